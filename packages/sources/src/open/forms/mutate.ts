/** Numbers from 0 up to 1, alike for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Mutation = (text: Buffer, random: () => number) => Buffer;

/** One to three damages that files suffer. */
export function mutate(text: Buffer, random: () => number): Buffer {
  let damaged = text;
  for (let times = Math.ceil(random() * 3); times > 0; times -= 1) {
    const mutation = mutations[Math.floor(random() * mutations.length)];
    if (mutation !== undefined) damaged = mutation(damaged, random);
  }
  return damaged;
}

const byLine =
  (change: (lines: string[], random: () => number) => string[]): Mutation =>
  (text, random) =>
    Buffer.from(change(text.toString().split('\n'), random).join('\n'));

const mutations: readonly Mutation[] = [
  // a byte is flipped
  (text, random) => {
    const copy = Buffer.from(text);
    const at = Math.floor(random() * copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    return copy;
  },
  // cut off
  (text, random) => text.subarray(0, Math.ceil(random() * text.length)),
  // a piece is missing
  (text, random) => {
    const at = Math.floor(random() * text.length);
    const length = Math.ceil(random() * 40);
    return Buffer.concat([text.subarray(0, at), text.subarray(at + length)]);
  },
  // a quote is missing
  (text, random) => Buffer.from(without(text.toString(), '"', random)),
  // a cell is missing, one too many
  byLine((lines, random) => changed(lines, random, (line) => without(line, ',', random))),
  byLine((lines, random) => changed(lines, random, (line) => `"x",${line}`)),
  // all columns are shifted against the header, or two change places
  byLine(([header = '', ...rows]) => [
    header,
    ...rows.map((row) => row.replace(/^("[^"]*"|[^,;\t"]*)[,;\t]/, '')),
  ]),
  byLine((lines) =>
    lines.map((line) => line.replace(/^("[^"]*"|[^,;\t"]*)([,;\t])("[^"]*"|[^,;\t"]*)/, '$3$2$1')),
  ),
  // a line is missing, repeated, or stands elsewhere
  byLine((lines, random) => lines.filter((_, at) => at !== pick(lines, random))),
  byLine((lines, random) => {
    const at = pick(lines, random);
    return lines.flatMap((line, index) => (index === at ? [line, line] : [line]));
  }),
  byLine(([header = '', ...rows], random) => [header, ...rows.toSorted(() => random() - 0.5)]),
  // a value becomes another
  byLine((lines, random) =>
    changed(lines, random, (line) => {
      const value = values[Math.floor(random() * values.length)] ?? '';
      return line.replace(/\d+(\.\d+)?/, value);
    }),
  ),
  // encodings are mixed
  (text, random) => {
    const at = Math.floor(random() * text.length);
    const rest = Buffer.from(text.subarray(at).toString(), 'latin1');
    return Buffer.concat([text.subarray(0, at), Buffer.from([0xe9]), rest]);
  },
  (text) => Buffer.from(`\ufeff${text.toString()}`, 'utf16le'),
  (text) => Buffer.from(text.toString().replaceAll('\n', '\r\n')),
  (text) => Buffer.from(text.toString().replaceAll(',', ';')),
];

const values = [
  '',
  '1,234',
  '-5',
  '4.05E+12',
  'NaN',
  '99999999999999999999',
  "'-3'",
  '\u0000',
  'null',
];

function pick(items: readonly unknown[], random: () => number): number {
  return Math.floor(random() * items.length);
}

function changed(
  lines: readonly string[],
  random: () => number,
  change: (line: string) => string,
): string[] {
  const at = pick(lines, random);
  return lines.map((line, index) => (index === at ? change(line) : line));
}

/** One of the characters is missing. */
function without(text: string, character: string, random: () => number): string {
  const parts = text.split(character);
  const at = pick(parts, random);
  return parts.slice(0, at + 1).join(character) + parts.slice(at + 1).join(character);
}
