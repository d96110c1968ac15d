import type { Product } from 'sequenzy-commerce';
import type { FieldChange } from '../../report/changes.ts';
import type { Restocks } from '../../report/plan.ts';

/** What brings a product back to what it was. */
export type Restoration =
  | { readonly act: 'none' }
  | Sending
  | { readonly act: 'delete' }
  /** `changed`: created by the run, and something else has changed it since. `gone`: something else has deleted it. */
  | { readonly act: 'leave'; readonly why: 'changed' | 'gone' | 'unread' };

/** A product that is sent as it was. */
export interface Sending {
  readonly act: 'restore' | 'create';
  readonly product: Product;
  readonly fields: readonly FieldChange[];
  readonly restocks: Restocks;
  /** Something else has changed a field of it since, which is overwritten. */
  readonly isOverwritten: boolean;
  /** Variants whose stock something else has changed since, which stays. */
  readonly stockLeft: number;
  /** Fields that cannot be sent as they were. */
  readonly unsendable: readonly string[];
}
