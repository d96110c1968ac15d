import type { Catalog, CatalogCounts, CatalogRecord } from './catalog.ts';
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
    const { source } = this.#records;
    for await (const { value, ...record } of this.#records.all()) {
      const product =
        value === undefined || source.uniqueIds === undefined
          ? value
          : source.uniqueIds(value, (claim) => this.#records.isUnique(claim));
      yield { ...record, product };
    }
  }

  original({ ordinal }: Pick<CatalogRecord, 'ordinal'>): Promise<Original> {
    return this.#records.original(ordinal);
  }

  close(): Promise<void> {
    return this.#records.close();
  }
}
