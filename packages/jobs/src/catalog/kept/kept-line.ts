import type { Product, StoredProduct } from 'sequenzy-commerce';

/** First line of a file of kept values. */
export interface KeptHeader {
  readonly kind: 'sequenzy-kept-values';
  readonly version: 1;
  /** Of the run that changes them. */
  readonly run: string;
  /** `catalog sync` */
  readonly command: string;
  readonly startedAt: string;
  /** Absent: the default feed. */
  readonly feed?: string;
}

/** Two lines of a product: what is stored of it, `null` where it is not, and what it would be sent as. */
export type KeptLine =
  | { readonly productId: string; readonly stored: StoredProduct | null }
  | { readonly productId: string; readonly planned: Product };

/** What is known of one product. */
export interface Kept {
  readonly productId: string;
  /** `null`: it was not stored. Undefined: it could not be read. */
  readonly stored: StoredProduct | null | undefined;
  /** Undefined: it was to be deleted. */
  readonly planned: Product | undefined;
}
