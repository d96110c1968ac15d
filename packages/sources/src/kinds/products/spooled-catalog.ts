import { plainly, productSchema, unfit, type Product } from 'sequenzy-contract';
import type { Catalog, CatalogCounts, CatalogRecord, PreparedProducts } from './catalog.ts';
import type { Proposal } from '../../mapping/propose/proposal.ts';
import type { Recognition } from '../../reading/recognition.ts';
import type { SpooledRecords } from '../../reading/spooled-records.ts';
import type { Original } from '../../reading/original.ts';
import type { ProductTypes } from './kind.ts';

/** A catalog whose records lie in a temporary file. */
export class SpooledCatalog implements Catalog {
  readonly files: readonly string[];
  readonly source: Catalog['source'];
  readonly recognition: Recognition;
  readonly proposal: Proposal | undefined;
  readonly counts: CatalogCounts;
  readonly warnings: readonly string[];
  readonly dependsOnTime: boolean;
  readonly lacksPages: boolean;
  readonly variantFields: ReadonlySet<string>;
  readonly #records: SpooledRecords<ProductTypes>;

  constructor(
    records: SpooledRecords<ProductTypes>,
    { isTimeRead }: { readonly isTimeRead: boolean },
  ) {
    const { found, parts, skipped, ...counts } = records.counts;
    this.files = records.files;
    const { name, label, makesPages = false } = records.source;
    this.source = { name, label, ...(makesPages && { makesPages }) };
    this.recognition = records.recognition;
    this.proposal = records.proposal;
    this.counts = {
      ...counts,
      products: found,
      variants: parts,
      skipped: skipped.map(({ reason, count }) => ({ reason, products: count })),
    };
    this.warnings = records.warnings;
    this.dependsOnTime = isTimeRead;
    this.variantFields = records.fields;
    this.lacksPages = records.lacksPages;
    this.#records = records;
  }

  async *records(): AsyncGenerator<CatalogRecord> {
    const settled = this.#settled;
    for await (const { value, ...record } of this.#records.all()) {
      yield { ...record, product: value && (settled?.(value) ?? value) };
    }
  }

  get prepared(): PreparedProducts | undefined {
    const records = this.#records;
    if (!records.arePrepared) return undefined;
    return {
      withoutPage: records.withoutPage,
      open: (isKnown) => records.prepared(isKnown, inOrder(this.#settled)),
    };
  }

  /** What a product is now that all ids are known; undefined where none depends on that. */
  get #settled(): ((product: Product) => Product) | undefined {
    const { uniqueIds } = this.#records.source;
    return uniqueIds && ((product) => uniqueIds(product, (claim) => this.#records.isUnique(claim)));
  }

  original({ ordinal }: Pick<CatalogRecord, 'ordinal'>): Promise<Original> {
    return this.#records.original(ordinal);
  }

  close(): Promise<void> {
    return this.#records.close();
  }
}

type Settle = ((product: Product) => Product) | undefined;

/** Fields as the schema has them, so that equal products have equal texts. Where it does not fit, the API has the last word. */
function inOrder(settle: Settle): Settle {
  return (
    settle &&
    ((product) => {
      const settled = settle(product);
      const read = plainly(productSchema, settled);
      return read === unfit ? settled : read;
    })
  );
}
