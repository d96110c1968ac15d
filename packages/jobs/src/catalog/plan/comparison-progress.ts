import type { JobEvent } from '../../job/events.ts';

/** Fewer products are compared before anybody wonders. */
const worthTelling = 2_000;

/** How often it is told: a screen draws less often. */
const step = 500;

/** The products, and tells how many of them have come by. */
export async function* toldWhileCompared<Product>(
  products: AsyncIterable<Product>,
  tell: (event: JobEvent) => void,
): AsyncGenerator<Product> {
  const fetching = { from: 'what was sent', noun: 'product', doing: 'compared' } as const;
  let compared = 0;
  try {
    for await (const product of products) {
      compared += 1;
      if (compared === worthTelling) tell({ type: 'fetching', fetching });
      if (compared >= worthTelling && compared % step === 0) {
        tell({ type: 'fetched', records: compared });
      }
      yield product;
    }
  } finally {
    if (compared >= worthTelling) tell({ type: 'settled' });
  }
}
