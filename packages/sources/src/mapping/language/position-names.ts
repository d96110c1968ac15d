import { canonical } from '../../table/columns.ts';

/** Name of a column that no heading names: `column 1` is the first. */
export function columnAt(number: number): string {
  return `column ${String(number)}`;
}

/** Names of so many columns by their place. */
export function positions(count: number): string[] {
  return Array.from({ length: count }, (_, at) => columnAt(at + 1));
}

/**
 * Columns by their headings; one without a heading, and one whose heading an earlier one has, by its place. Behind the last
 * heading no column is meant.
 */
export function placedNames(headings: readonly string[]): string[] {
  const last = headings.findLastIndex((heading) => heading.trim() !== '');
  const seen = new Set<string>();
  return headings.map((written, at) => {
    const heading = canonical(written);
    const isTaken = heading === '' || seen.has(heading);
    seen.add(heading);
    return isTaken && at <= last ? columnAt(at + 1) : written;
  });
}

/** Whether a line names columns by their place, as files do that were made of one without headings. */
export function arePositions(names: readonly string[]): boolean {
  const added = names.findIndex((name, at) => name.trim() !== columnAt(at + 1));
  return added < 0 ? names.length > 0 : added > 1;
}
