/** One field of a product, before and after. */
export interface FieldChange {
  /** `variants[red].priceCents` */
  readonly path: string;
  /** What is stored; absent where nothing is, `null` where it is empty. */
  readonly old?: unknown;
  /** What it becomes; absent where a variant goes. */
  readonly new?: unknown;
}

/** What a run would make of one product. */
export interface ProductChange {
  readonly productId: string;
  /** `send`: what is stored of it could not be read. */
  readonly action: 'create' | 'change' | 'delete' | 'send';
  readonly title: string | null;
  readonly fields: readonly FieldChange[];
}

/** The first changes of a plan. */
export interface ListedChanges {
  readonly listed: readonly ProductChange[];
  /** Products that change in all. */
  readonly count: number;
}
