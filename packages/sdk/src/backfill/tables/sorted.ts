/**
 * The numbers in their order; equal ones stay as they stand. Takes 4 bytes a number besides, and no others: the
 * engine's own sort takes 16, in the heap.
 *
 * @param numbers Used up.
 * @param compare Above 0 where the first comes after the second.
 */
export function sorted(
  numbers: Uint32Array,
  compare: (one: number, other: number) => number,
): Uint32Array {
  let from = numbers;
  let to: Uint32Array = new Uint32Array(numbers.length);
  for (let width = 1; width < numbers.length; width *= 2) {
    for (let start = 0; start < numbers.length; start += 2 * width) {
      merge(from, to, { start, width }, compare);
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Two stretches that stand side by side, each in its order. */
function merge(
  from: Uint32Array,
  to: Uint32Array,
  { start, width }: { readonly start: number; readonly width: number },
  compare: (one: number, other: number) => number,
): void {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(middle + width, from.length);
  let left = start;
  let right = middle;
  for (let at = start; at < end; at++) {
    const one = from[left] ?? 0;
    const other = from[right] ?? 0;
    const isLeft = left < middle && (right === end || compare(one, other) <= 0);
    to[at] = isLeft ? one : other;
    if (isLeft) left += 1;
    else right += 1;
  }
}
