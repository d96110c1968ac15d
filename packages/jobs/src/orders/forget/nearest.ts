const most = 3;

/** Up to three of the texts that are written most like this one, the nearest first. */
export function nearestTo(text: string, texts: readonly string[]): string[] {
  const nearest: { readonly text: string; readonly distance: number }[] = [];
  for (const one of texts) {
    const distance = distanceOf(text, one);
    nearest.push({ text: one, distance });
    nearest.sort((first, second) => first.distance - second.distance);
    if (nearest.length > most) nearest.pop();
  }
  return nearest.map((one) => one.text);
}

/** Letters to put in, take out or replace (Levenshtein). */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= other.length; to++) {
      const same = one[at - 1] === other[to - 1] ? 0 : 1;
      const replaced = (row[to - 1] ?? 0) + same;
      next.push(Math.min(replaced, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
