import { formatMoney, isRecord, type Variant } from 'sequenzy-contract';
import type { MemberReader } from '../../../documents/member-reader.ts';
import type { Fields } from '../../../documents/document.ts';

/** A price that can be charged as it stands. */
export interface FixedPrice {
  readonly id: string;
  /** Whole minor units, as the platform counts them. */
  readonly cents: number;
  readonly currency: string;
  readonly title: string;
}

/** Undefined where the amount is not fixed: tiers, or what the customer chooses. */
export function readPrice(price: Fields, reader: MemberReader): FixedPrice | undefined {
  const id = reader.id(price, 'id');
  const cents = reader.integer(price, 'unit_amount');
  const currency = reader.text(price, 'currency')?.toUpperCase();
  if (id === undefined || cents === undefined || currency === undefined) return undefined;
  const title =
    reader.text(price, 'nickname') ??
    intervalOf(price['recurring']) ??
    `${formatMoney(cents, currency)} ${currency}`;
  return { id, cents, currency, title };
}

/** `{ interval: 'month', interval_count: 3 }` -> `every 3 months`. */
function intervalOf(recurring: unknown): string | undefined {
  if (!isRecord(recurring) || typeof recurring['interval'] !== 'string') return undefined;
  const { interval, interval_count: count = 1 } = recurring as {
    interval: string;
    interval_count?: unknown;
  }; // seen above
  return count === 1 ? interval : `every ${String(count)} ${interval}s`;
}

export function variantOf({ id, cents, title }: FixedPrice): Variant {
  return { variantId: id, title, priceCents: cents, options: [] };
}
