import { isObject } from 'sequenzy-contract';
import type { Outcome, Product } from 'sequenzy-commerce';
import type { Catalog, CatalogRecord } from 'sequenzy-sources';
import type { Rejections } from './rejections.ts';

/**
 * Finds the record an input came from when the SDK speaks of it again. The input itself carries it, where nobody sees
 * it, so that they are let go of together and nothing has to be looked up.
 */
export class HandedOver<Rec = CatalogRecord> {
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

/** The valid products of a catalog, as fast as they are taken and the rejects are written. */
export async function* handOver(
  catalog: Pick<Catalog, 'records'>,
  handed: HandedOver,
  rejections: Rejections,
  onFaulty: (record: CatalogRecord) => void,
): AsyncGenerator<Product> {
  for await (const record of catalog.records()) {
    if (record.product === undefined) onFaulty(record);
    else yield handed.over(record, record.product);
    await rejections.room();
  }
}
