const candidates = [',', ';', '\t', '|'] as const;

export type Delimiter = (typeof candidates)[number];

const sampleSize = 30;

/**
 * The character that parts the cells. The header proposes, the records below it vote: a delimiter stands in every
 * record as often as in the header. What lies between quotes does not count.
 */
export function detectDelimiter(head: string): Delimiter {
  const records = countPerRecord(head);
  const [header] = records;
  let best: { delimiter: Delimiter; votes: number; count: number } | undefined;
  for (const [index, delimiter] of candidates.entries()) {
    const count = header?.[index] ?? 0;
    if (count === 0) continue;
    const votes = records.filter((counts) => counts[index] === count).length;
    const better = votes > (best?.votes ?? 0) || (votes === best?.votes && count > best.count);
    if (better) best = { delimiter, votes, count };
  }
  return best?.delimiter ?? ',';
}

/** How often each candidate stands in each of the first records. */
function countPerRecord(head: string): number[][] {
  const records: number[][] = [];
  let counts = candidates.map(() => 0);
  let quoted = false;
  let empty = true;
  for (const character of head) {
    if (character === '"') quoted = !quoted;
    if (!quoted && (character === '\n' || character === '\r')) {
      if (!empty) records.push(counts);
      if (records.length === sampleSize) return records;
      counts = candidates.map(() => 0);
      empty = true;
      continue;
    }
    empty = false;
    const index = quoted ? -1 : candidates.indexOf(character as Delimiter); // -1 where it is none
    if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
  }
  return records.length === 0 ? [counts] : records;
}
