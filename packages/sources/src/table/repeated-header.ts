import type { Layout } from './header.ts';

/** Whether a row is the header of its table once more, as where one export was put behind another. */
export function repeatsHeader(
  cells: readonly string[],
  { names, width }: Pick<Layout, 'names' | 'width'>,
): boolean {
  // One column says too little: a value may be called like it.
  if (width < 2 || cells.length < width) return false;
  return cells.every((cell, at) => cell.trim() === (names[at]?.trim() ?? ''));
}
