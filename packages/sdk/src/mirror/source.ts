import type { Product } from 'sequenzy-contract';
import { requireIterable } from '../delivery/require-iterable.ts';

/** Called for a record that cannot become a product: it counts as rejected, and the product of this id is not gone. */
export type LeaveOut = (productId?: string) => void;

/** Opens the catalog from its beginning; the same products come in the same order each time. */
export type OpenSource = (leaveOut: LeaveOut) => Iterable<Product> | AsyncIterable<Product>;

/**
 * A catalog. It is gone through twice, to plan and to send (and once more where stored products have to be read): a
 * function is called each time, and memory stays constant; what can be iterated is read once and held in memory.
 */
export type MirrorSource = Iterable<Product> | AsyncIterable<Product> | OpenSource;

/** A source that can be opened as often as needed. */
export function openSourceOf(source: MirrorSource): OpenSource {
  if (typeof source === 'function') return source;
  requireIterable(source);
  const held: Product[] = [];
  let isHeld = false;
  async function* read(): AsyncGenerator<Product> {
    for await (const product of source as AsyncIterable<Product>) {
      // what is no function can be iterated
      held.push(product);
      yield product;
    }
    isHeld = true;
  }
  return () => (isHeld ? held : read());
}
