import type { Card } from './card.ts';

/** What a catalog preview shows. */
export interface Preview {
  readonly files: readonly string[];
  /** What the files were taken for. */
  readonly source: string;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly cards: readonly Card[];
  readonly rejects: readonly PlacedReason[];
  readonly warnings: readonly string[];
}

/** Something that was not taken, and where it stands. */
export interface PlacedReason {
  /** `products.csv:17` */
  readonly place: string;
  readonly reason: string;
}
