/**
 * Takes a cell apart that holds values behind labels: `name:Tee|sku:T1`.
 *
 * @param labels Global; its first group is the label. What stands between two matches is a value, whatever is in it.
 */
export function labelled(cell: string, labels: RegExp): [label: string, value: string][] {
  const found = [...cell.matchAll(labels)];
  return found.map((match, at): [string, string] => {
    const value = cell.slice(match.index + match[0].length, found[at + 1]?.index);
    return [match[1] ?? '', value.trim()];
  });
}
