import type { ListQuestion, Part } from 'sequenzy-pages';

type Range = Pick<ListQuestion, 'search' | 'offset' | 'limit'>;

/** A part of what matches; only what is shown is made. */
export function partOf<Item, Line>(
  all: Iterable<Item>,
  { search, offset, limit }: Range,
  {
    textOf,
    show,
  }: { readonly textOf: (item: Item) => string; readonly show: (item: Item) => Line },
): Part<Line> {
  const wanted = search.trim().toLowerCase();
  const items: Line[] = [];
  let total = 0;
  for (const item of all) {
    if (wanted !== '' && !textOf(item).toLowerCase().includes(wanted)) continue;
    if (total >= offset && items.length < limit) items.push(show(item));
    total += 1;
  }
  return { total, items };
}

/** The last one first. */
export function* newestFirst<Item>(all: readonly Item[]): Generator<Item> {
  for (let at = all.length - 1; at >= 0; at -= 1) {
    const item = all[at];
    if (item !== undefined) yield item;
  }
}
