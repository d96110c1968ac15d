import type { SandboxEnrollment } from '../store/enrollments.ts';
import type { SandboxEvent } from '../store/events.ts';
import type { SandboxOrder } from '../store/orders.ts';
import type { ProductRecord } from '../store/product-record.ts';
import type { SavedRevenue } from '../store/revenue.ts';
import type { SequenceRecord } from '../store/sequences.ts';
import type { SubscriberRecord } from '../store/subscribers.ts';
import type { SyncRule } from '../store/sync-rules.ts';
import type { WaitlistEntry } from '../store/waitlist.ts';

/** The first line of a saved state. */
export const header = { format: 'sequenzy-sandbox', version: 1 } as const;

export type SavedSubscriber = Omit<SubscriberRecord, 'revenue' | 'valuesChangedAt'> & {
  readonly revenue: SavedRevenue;
  readonly valuesChangedAt?: string | null;
};

/** One thing of a saved state; what follows `company` is of that company. */
export type SavedLine =
  | { readonly company: string }
  | { readonly product: ProductRecord }
  | { readonly subscriber: SavedSubscriber }
  | { readonly order: SandboxOrder }
  | { readonly event: SandboxEvent }
  | { readonly history: SandboxEvent }
  | { readonly eventId: string }
  | { readonly waiting: WaitlistEntry }
  | { readonly sequence: SequenceRecord }
  | { readonly enrollment: SandboxEnrollment }
  | { readonly syncRules: readonly SyncRule[] };
