import { assignGiven } from './assign-given.ts';
import type { ProductInput } from './product-input.ts';
import { stamped, type ProductRecord, type SyncSourceRecord } from './records.ts';
import { Table } from './table.ts';

type SyncSourceInput = NonNullable<ProductInput['primarySyncSource']>;

/** An organization's products. Archived ones stay. */
export class ProductStore extends Table<ProductRecord> {
  readonly #bySyncSource = new Map<string, ProductRecord>();

  findBySyncSource(syncSource: string, syncSourceId: string): ProductRecord | undefined {
    return this.#bySyncSource.get(syncSourceKey({ syncSource, syncSourceId }));
  }

  create(input: ProductInput, now: string): ProductRecord {
    const source = input.primarySyncSource ?? null;
    const record: ProductRecord = {
      number: this.size + 1,
      ...stamped(this.newId(), now),
      name: input.name,
      url: input.url,
      description: null,
      handle: null,
      metadata: null,
      defaultVariantId: null,
      archived: false,
      syncSource: source === null ? null : this.#createSyncSource(source, now),
      mediaAssets: [],
      assignments: [],
      variants: [],
    };
    const { description, handle, metadata, defaultVariantId } = input;
    assignGiven<ProductRecord>(record, { description, handle, metadata, defaultVariantId });
    this.add(record);
    if (source !== null) this.#bySyncSource.set(syncSourceKey(source), record);
    return record;
  }

  #createSyncSource(input: SyncSourceInput, now: string): SyncSourceRecord {
    return {
      ...stamped(this.newId(), now),
      syncSource: input.syncSource,
      syncSourceId: input.syncSourceId,
      lastSyncedAt: input.lastSyncedAt ?? now,
      sourceData: input.sourceData ?? null,
      syncStatus: input.syncStatus ?? 'SUCCESS',
    };
  }
}

/** An absent field keeps, `null` clears; `archived` stays as it is (assumed). */
export function updateProduct(
  record: ProductRecord,
  {
    primarySyncSource: source,
    ...changes
  }: { readonly [Field in keyof ProductInput]?: ProductInput[Field] | undefined },
  now: string,
): void {
  assignGiven<ProductRecord>(record, { ...changes, updatedAt: now });
  if (record.syncSource === null || source === undefined || source === null) return;
  assignGiven<SyncSourceRecord>(record.syncSource, {
    lastSyncedAt: source.lastSyncedAt ?? now,
    sourceData: source.sourceData,
    syncStatus: source.syncStatus,
    updatedAt: now,
  });
}

function syncSourceKey({
  syncSource,
  syncSourceId,
}: Pick<SyncSourceInput, 'syncSource' | 'syncSourceId'>): string {
  return JSON.stringify([syncSource, syncSourceId]);
}
