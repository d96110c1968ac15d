import type { Product } from 'sequenzy-commerce';
import { listSources, openCatalog, type Catalog } from 'sequenzy-sources';
import type { Io } from '../../io.ts';
import { orRefuse } from '../open-input.ts';
import type { OrderChoices } from '../orders/order-choices.ts';
import { KeySet } from '../prune/key-set.ts';

/** The products of `--catalog`: those off sale too, because they were sold once. */
export class CatalogProducts {
  readonly #catalog: Catalog;

  private constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  /** @throws {UserError} when the file cannot be used. */
  static async open(
    file: string,
    { currency, remote }: Pick<OrderChoices, 'currency' | 'remote'>,
    io: Io,
  ): Promise<CatalogProducts> {
    const reading = { signal: io.interruption, remote, ...(currency && { currency }) };
    const catalog = await orRefuse(io, openCatalog([file], reading));
    if (catalog.counts.skipped.length === 0 || !marksUnpublished(catalog) || file === '-') {
      return new CatalogProducts(catalog);
    }
    await catalog.close();
    const whole = openCatalog([file], { ...reading, includeUnpublished: true });
    return new CatalogProducts(await orRefuse(io, whole));
  }

  /** For orders that name their products by SKU or title only. */
  async *valid(): AsyncGenerator<Product> {
    for await (const { product } of this.#catalog.records()) {
      if (product !== undefined) yield product;
    }
  }

  /** Faulty products have an id too. */
  async ids(): Promise<KeySet> {
    const ids = new KeySet();
    for await (const { key } of this.#catalog.records()) if (key !== undefined) ids.add(key);
    return ids;
  }

  close(): Promise<void> {
    return this.#catalog.close();
  }
}

function marksUnpublished({ source }: Catalog): boolean {
  return listSources().some(({ name, marksUnpublished: marks }) => marks && name === source.name);
}
