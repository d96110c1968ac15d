import type { FanfareNames } from '../options.ts';
import type { Organization } from '../store/organization.ts';
import type { ProductRecord, SyncSourceRecord } from '../store/records.ts';
import { showPlacedAssets, type FanfarePlacedAsset } from './media-asset.ts';
import { stampsOf, type FanfareStamps } from './stamps.ts';
import { showVariants, type FanfareVariant } from './variant.ts';

interface FanfareSyncSource extends FanfareStamps {
  readonly syncSource: string;
  readonly syncSourceId: string;
  readonly lastSyncedAt: string | null;
  readonly sourceData: Readonly<Record<string, unknown>> | null;
  readonly syncStatus: string;
}

/**
 * A product as the API answers it. Source: OpenAPI "Fanfare Admin API" 1.0.0. What the four `primary…` fields beside
 * `primarySyncSource` hold is assumed: the sync source's vendor, the id there, its own id here, its time.
 */
export interface FanfareProduct extends FanfareStamps {
  readonly name: string;
  readonly url: string;
  readonly description: string | null;
  readonly handle: string | null;
  readonly metadata: Readonly<Record<string, unknown>> | null;
  readonly defaultVariantId: string | null;
  readonly primarySyncSource: FanfareSyncSource | null;
  readonly primarySyncSourceId: string | null;
  readonly primaryExternalId: string | null;
  readonly primarySourceVendor: string | null;
  readonly primaryLastSyncedAt: string | null;
  /** Only where `mediaAssets` is included. */
  readonly productMediaAssets?: readonly FanfarePlacedAsset[];
  /** Only where `variants` is included. */
  readonly variants?: readonly FanfareVariant[];
}

/** What `include` may name. */
export type Include = 'variants' | 'mediaAssets';

export const everything: readonly Include[] = ['variants', 'mediaAssets'];

export function showProduct(
  record: ProductRecord,
  { id: organizationId }: Organization,
  names: FanfareNames,
  include: readonly Include[],
): FanfareProduct {
  const { name, url, description, handle, metadata, defaultVariantId, archived } = record;
  return {
    ...stampsOf(record, organizationId),
    archived,
    name,
    url,
    description,
    handle,
    metadata,
    defaultVariantId,
    ...showSyncSource(record.syncSource, organizationId),
    ...(include.includes('mediaAssets')
      ? { productMediaAssets: showPlacedAssets(record, organizationId) }
      : {}),
    ...(include.includes('variants')
      ? { variants: showVariants(record, organizationId, names) }
      : {}),
  };
}

function showSyncSource(record: SyncSourceRecord | null, organizationId: string) {
  if (record === null) {
    return {
      primarySyncSource: null,
      primarySyncSourceId: null,
      primaryExternalId: null,
      primarySourceVendor: null,
      primaryLastSyncedAt: null,
    };
  }
  const { syncSource, syncSourceId, lastSyncedAt, sourceData, syncStatus } = record;
  const told = { syncSource, syncSourceId, lastSyncedAt, sourceData, syncStatus };
  return {
    primarySyncSource: { ...stampsOf(record, organizationId), ...told },
    primarySyncSourceId: record.id,
    primaryExternalId: syncSourceId,
    primarySourceVendor: syncSource,
    primaryLastSyncedAt: lastSyncedAt,
  };
}
