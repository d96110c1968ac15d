/** In ISO 4217 and in use, and left out by Unicode's list, which Node has. */
const leftOut = ['CLF', 'UYW', 'VED'];

/** Every code that somebody pays with. */
export function currencyCodes(): ReadonlySet<string> {
  return new Set([...Intl.supportedValuesOf('currency'), ...leftOut]);
}

/** `usd` -> `USD`; undefined where nobody pays with it. */
export function currencyCodeOf(text: string): string | undefined {
  const code = text.toUpperCase();
  return currencyCodes().has(code) ? code : undefined;
}
