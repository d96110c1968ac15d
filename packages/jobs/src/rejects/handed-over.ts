import { isObject } from 'sequenzy-contract';
import type { Outcome, Product } from 'sequenzy-commerce';
import { PreparedSource } from 'sequenzy-commerce/prepared';
import type { Catalog, FaultyRecord, PreparedProducts } from 'sequenzy-sources';
import type { Rejections } from './rejections.ts';

/**
 * Finds the record an input came from when the SDK speaks of it again. The input itself carries it, where nobody sees
 * it, so that they are let go of together and nothing has to be looked up.
 */
export class HandedOver<Rec> {
  readonly #record = Symbol('record');

  over<Input extends object>(record: Rec, input: Input): Input {
    return Object.defineProperty(input, this.#record, { value: record, configurable: true });
  }

  recordOf({ input }: Pick<Outcome, 'input'>): Rec {
    const carrier = isObject(input) ? input : {};
    const record = Reflect.get(carrier, this.#record) as Rec | undefined; // set above, by nobody else
    if (record === undefined) throw new Error('The SDK spoke of an input it was never given');
    return record;
  }
}

/** The valid products of a catalog for the SDK, and the records they are. */
export interface HandedProducts {
  /** They come as fast as they are taken and the rejects are written. */
  open(onFaulty: (record: FaultyRecord) => void): AsyncIterable<Product>;
  recordOf(outcome: Pick<Outcome, 'input'>): FaultyRecord;
}

export function handOver(
  catalog: Pick<Catalog, 'records' | 'prepared'>,
  rejections: Pick<Rejections, 'room'>,
): HandedProducts {
  const { prepared } = catalog;
  return prepared === undefined ? asRead(catalog, rejections) : asPrepared(prepared, rejections);
}

function asRead(
  catalog: Pick<Catalog, 'records'>,
  rejections: Pick<Rejections, 'room'>,
): HandedProducts {
  const handed = new HandedOver<FaultyRecord>();
  return {
    async *open(onFaulty) {
      for await (const record of catalog.records()) {
        if (record.product === undefined) onFaulty(record);
        else yield handed.over(record, record.product);
        await rejections.room();
      }
    },
    recordOf: (outcome) => handed.recordOf(outcome),
  };
}

function asPrepared(
  products: PreparedProducts,
  rejections: Pick<Rejections, 'room'>,
): HandedProducts {
  return {
    open: (onFaulty) =>
      new PreparedSource<Product>(async function* (isKnown) {
        for await (const some of products.open(isKnown)) {
          const valid = some.filter((record) => 'text' in record);
          for (const record of some) if (!('text' in record)) onFaulty(record);
          if (valid.length > 0) yield valid;
          await rejections.room();
        }
      }),
    // What it was given is the record itself.
    recordOf: ({ input }) => input as FaultyRecord,
  };
}
