/** @throws {Error} saying what was wanted, and what came. The order of members does not matter. */
export function requireSame(found: unknown, wanted: unknown): void {
  const [came, want] = [shown(found), shown(wanted)];
  if (came !== want) throw new Error(`wanted ${shortened(want)}, got ${shortened(came)}`);
}

/** All that a ledger lists. */
export async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** `undefined` stands for itself, and not for `null` as in JSON; members that are undefined are absent. */
function shown(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const sorted = members.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{ ${sorted.map(([name, member]) => `${name}: ${shown(member)}`).join(', ')} }`;
}

const longest = 500;

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
