/** What a terminal shows, with its colours, as a picture: SVG, for light and dark pages. */
export function pictureOf(screen: string): string {
  const lines = screen.trimEnd().split('\n');
  const columns = Math.max(...lines.map((line) => line.replace(escapes, '').length));
  const width = Math.ceil(columns * cell.width + 2 * margin);
  const height = lines.length * cell.height + 2 * margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" role="img" font-family="${fonts}" font-size="13">`,
    '<title>A product file is sent with one command</title>',
    `<rect width="100%" height="100%" rx="8" fill="#1c2128"/>`,
    ...lines.map((line, at) => textOf(line, margin + (at + 1) * cell.height - 5)),
    '</svg>',
    '',
  ].join('\n');
}

const cell = { width: 7.83, height: 19 };
const margin = 16;
const fonts = 'ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono, monospace';
const escapes = /\u001b\[[\d;]*m/g;

const colours = new Map([
  ['2', '#8b949e'],
  ['31', '#ff7b72'],
  ['32', '#56d364'],
  ['33', '#e3b341'],
]);

/** Each run of one colour at the column where it stands, so that no font moves it. */
function textOf(line: string, y: number): string {
  let fill = '#e6edf3';
  let column = 0;
  const parts: string[] = [];
  for (const [, codes, text = ''] of line.matchAll(/(?:\u001b\[([\d;]*)m)?([^\u001b]*)/g)) {
    for (const code of codes?.split(';') ?? []) fill = colours.get(code) ?? '#e6edf3';
    if (text.trim() !== '') parts.push(part(text, { x: margin + column * cell.width, y, fill }));
    column += text.length;
  }
  return parts.join('\n');
}

function part(text: string, place: { readonly x: number; readonly y: number; fill: string }) {
  const { x, y, fill } = place;
  const length = `textLength="${(text.length * cell.width).toFixed(1)}"`;
  return `<text xml:space="preserve" x="${x.toFixed(1)}" y="${String(y)}" ${length} fill="${fill}">${escaped(text)}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
