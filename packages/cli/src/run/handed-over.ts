import type { Outcome, Product } from 'sequenzy-commerce';
import type { Catalog, CatalogRecord } from 'sequenzy-sources';
import type { Rejections } from './rejections.ts';

/** Finds the record an input came from when the SDK speaks of it again. Forgets what the SDK has let go. */
export class HandedOver<Rec = CatalogRecord> {
  readonly #records = new WeakMap<object, Rec>();

  over<Input extends object>(record: Rec, input: Input): Input {
    this.#records.set(input, record);
    return input;
  }

  recordOf({ input }: Pick<Outcome, 'input'>): Rec {
    const record =
      typeof input === 'object' && input !== null ? this.#records.get(input) : undefined;
    if (record === undefined) throw new Error('The SDK spoke of an input it was never given');
    return record;
  }
}

/** The valid products of a catalog, as fast as they are taken and the rejects are written. */
export async function* handOver(
  catalog: Pick<Catalog, 'records'>,
  handed: HandedOver,
  rejections: Rejections,
  onFaulty?: (record: CatalogRecord) => void,
): AsyncGenerator<Product> {
  for await (const record of catalog.records()) {
    if (record.product === undefined) onFaulty?.(record);
    else yield handed.over(record, record.product);
    await rejections.room();
  }
}
