import { worded, type Wording } from 'sequenzy-contract';
import type { Original } from '../../reading/original.ts';
import type { Proposal } from '../../mapping/propose/proposal.ts';
import type { Recognition } from '../../reading/recognition.ts';
import type { PlacedRecord, SpooledRecords } from '../../reading/spooled-records.ts';
import type { OrderTypes, SpooledOrder } from './kind.ts';
import { totalsNote, type TotalsRule } from './source.ts';
import type { OrderRecord, Orders, OrdersCounts } from './orders.ts';
import { leftOutWarnings, skippedOrders } from './skip-reason.ts';

type Records = SpooledRecords<OrderTypes>;

/** Orders whose records lie in a temporary file. */
export class SpooledOrders implements Orders {
  readonly files: readonly string[];
  readonly source: { readonly name: string; readonly label: string };
  readonly recognition: Recognition;
  readonly proposal: Proposal | undefined;
  readonly counts: OrdersCounts;
  readonly warnings: readonly string[];
  readonly hasTotals: boolean;
  readonly lacksPages: boolean;
  readonly derivesIds: boolean;
  readonly totalsRule: TotalsRule | undefined;
  readonly #records: Records;

  constructor(records: Records, wording?: Wording) {
    const { found, parts, skipped: left, ...counts } = records.counts;
    const skipped = left.map(({ reason, count }) => skippedOrders(reason, count));
    this.files = records.files;
    this.source = { name: records.source.name, label: records.source.label };
    this.recognition = records.recognition;
    this.proposal = records.proposal;
    this.counts = {
      ...counts,
      orders: found,
      items: parts,
      skipped,
    };
    this.warnings = [
      ...records.warnings,
      ...leftOutWarnings(skipped, found).map((words) => worded(words, wording)),
    ];
    this.hasTotals = records.noted(totalsNote) > 0;
    this.lacksPages = records.lacksPages;
    const { needsCatalog, derivesIds = needsCatalog } = records.source;
    this.derivesIds = derivesIds;
    this.totalsRule = records.source.totalsRule;
    this.#records = records;
  }

  hasSkipped(orderId: string): boolean {
    return this.#records.hasSkipped(orderId);
  }

  async *records(): AsyncGenerator<OrderRecord> {
    for await (const record of this.#records.all()) yield recordOf(record);
  }

  async read(ordinal: number): Promise<OrderRecord> {
    return recordOf(await this.#records.read(ordinal));
  }

  original({ ordinal }: Pick<OrderRecord, 'ordinal'>): Promise<Original> {
    return this.#records.original(ordinal);
  }

  close(): Promise<void> {
    return this.#records.close();
  }
}

function recordOf({ value, owner, ...record }: PlacedRecord<SpooledOrder>): OrderRecord {
  const { totals: customerTotals, updatedAt } = value ?? {};
  return {
    ...record,
    order: value?.order,
    ...owner,
    ...value?.facts,
    ...(updatedAt !== undefined && { updatedAt }),
    ...(customerTotals && { customerTotals }),
  };
}
