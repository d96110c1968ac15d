/** Those that differ from all before, by the text that stands for each. */
export function distinct<Item>(
  items: readonly [Item, ...Item[]],
  textOf: (item: Item) => string,
): [Item, ...Item[]] {
  const [first, ...others] = items;
  if (others.length === 0) return [first];
  const seen = new Set([textOf(first)]);
  const rest = others.filter((item) => {
    const text = textOf(item);
    return !seen.has(text) && seen.add(text).has(text);
  });
  return [first, ...rest];
}
