/** What the sandbox keeps. Ids are UUIDs, times ISO 8601 in UTC, `null` means never said or cleared. */
export interface Stamps {
  readonly id: string;
  readonly createdAt: string;
  updatedAt: string | null;
}

/** Of a record that is new. */
export function stamped(id: string, now: string): Stamps {
  return { id, createdAt: now, updatedAt: null };
}

export interface MediaAssetRecord extends Stamps {
  name: string;
  altText: string | null;
  description: string | null;
  readonly sourceUrl: string;
  readonly publicUrl: string;
}

/** A media asset's place at one product. */
export interface PlacedAssetRecord {
  readonly id: string;
  readonly mediaAsset: MediaAssetRecord;
  position: number;
  purpose: string | null;
}

export interface OptionValueRecord extends Stamps {
  readonly value: string;
  readonly displayValue: string;
  readonly colorHex: string | null;
  readonly sortOrder: number;
  /** False for a value that came with a variant. */
  readonly isCentrallyManaged: boolean;
}

export interface OptionRecord extends Stamps {
  readonly name: string;
  readonly displayName: string;
  readonly isRestricted: boolean;
  readonly sortOrder: number;
  readonly values: OptionValueRecord[];
}

/** An option's place at one product. */
export interface AssignmentRecord {
  readonly option: OptionRecord;
  required: boolean;
  sortOrder: number;
}

export interface ChosenValue {
  readonly option: OptionRecord;
  readonly value: OptionValueRecord;
}

export interface VariantRecord extends Stamps {
  sku: string;
  /** A decimal string, as it was sent. */
  price: string | null;
  currency: string | null;
  inventoryPolicy: 'limited' | 'open';
  quantity: number | null;
  options: readonly ChosenValue[];
}

export interface SyncSourceRecord extends Stamps {
  readonly syncSource: string;
  readonly syncSourceId: string;
  lastSyncedAt: string;
  sourceData: Readonly<Record<string, unknown>> | null;
  syncStatus: string;
}

export interface ProductRecord extends Stamps {
  /** Order of creation, from 1. */
  readonly number: number;
  name: string;
  url: string;
  description: string | null;
  handle: string | null;
  metadata: Readonly<Record<string, unknown>> | null;
  defaultVariantId: string | null;
  archived: boolean;
  readonly syncSource: SyncSourceRecord | null;
  mediaAssets: PlacedAssetRecord[];
  assignments: AssignmentRecord[];
  variants: VariantRecord[];
}
