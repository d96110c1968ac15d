/**
 * Reads JSON whose whole numbers beyond 2^53 are text, digit by digit: ids of some shops are such, and as a number they would
 * be another id.
 *
 * @throws {SyntaxError} It is not JSON.
 *
 * @example
 * const mapping = mapCheckoutChampOrder(parseJson(await request.text()), { timezone: 'America/New_York' });
 */
export function parseJson(text: string): unknown {
  return JSON.parse(/\d{16}/.test(text) ? withExactNumbers(text) : text);
}

function isInexact(written: string): boolean {
  return /^-?[1-9]\d{15,}$/.test(written) && !Number.isSafeInteger(Number(written));
}

function withExactNumbers(json: string): string {
  let exact = '';
  for (let at = 0; at < json.length;) {
    const quote = json.indexOf('"', at);
    const start = quote < 0 ? json.length : quote;
    const end = endOfText(json, start);
    const between = json.slice(at, start);
    exact += between.replace(/[-+.\deE]+/g, (token) => (isInexact(token) ? `"${token}"` : token));
    exact += json.slice(start, end);
    at = end;
  }
  return exact;
}

/** Behind the quote that ends a text; a backslash takes the next character along. */
function endOfText(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at += 1) {
    if (json[at] === '\\') at += 1;
    else if (json[at] === '"') return at + 1;
  }
  return json.length;
}
