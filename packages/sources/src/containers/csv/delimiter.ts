const candidates = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof candidates)[number];

const sampleSize = 30;

/** The delimiter that a character is; undefined where it is none. */
export function delimiterNamed(character: string): Delimiter | undefined {
  return candidates.find((candidate) => candidate === character);
}

/**
 * Finds the character that separates cells. The header proposes, the records below it vote: a delimiter stands in every
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
  let [isQuoted, isEmpty] = [false, true];
  /** Whether a quote would begin a cell, or be the second of two in a row. */
  let canOpen = true;
  for (const character of head) {
    if (character === '"') {
      [isQuoted, canOpen] = [canOpen && !isQuoted, isQuoted || canOpen];
      isEmpty = false;
    } else if (!isQuoted && (character === '\n' || character === '\r')) {
      if (!isEmpty) records.push(counts);
      if (records.length === sampleSize) return records;
      counts = candidates.map(() => 0);
      [isEmpty, canOpen] = [true, true];
    } else if (!isQuoted) {
      const index = candidates.indexOf(character as Delimiter); // -1 where it is none
      if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
      canOpen = index >= 0 || (canOpen && character === ' ');
      isEmpty = false;
    }
  }
  return records.length === 0 ? [counts] : records;
}
