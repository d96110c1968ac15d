/** The name that takes the fewest changes of a letter, without case; undefined where they are all too far away. */
export function nearestTo(word: string, names: readonly string[]): string | undefined {
  const text = word.toLowerCase();
  const [nearest] = [...new Set(names)]
    .map((name) => ({ name, distance: stepsBetween(text, name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(2, Math.floor(name.length / 3)))
    .toSorted((a, b) => a.distance - b.distance);
  return text === '' ? undefined : nearest?.name;
}

function stepsBetween(text: string, name: string): number {
  return name.startsWith(text) ? 1 : distance(text, name);
}

/** Letters to change, add or take away. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [at, letter] of Array.from(from).entries()) {
    const next = [at + 1];
    for (const [column, other] of Array.from(to).entries()) {
      const changed = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
