/**
 * Somebody who wants to hear when a variant is back.
 *
 * - `waiting`: until the variant comes back in stock
 * - `pending`: `ecommerce.back_in_stock` was fired. The sandbox sends no mail, so it stays pending
 * - `cancelled`: the variant went out of stock again while the notification was pending; only a new request waits again
 */
export interface WaitlistEntry {
  readonly productId: string;
  /** The productId where none was named. */
  readonly variantId: string;
  readonly email: string;
  readonly subscriberId: string;
  readonly productTitle: string | null;
  readonly variantTitle: string | null;
  readonly state: 'waiting' | 'pending' | 'cancelled';
}

type Stored = { -readonly [Field in keyof WaitlistEntry]: WaitlistEntry[Field] };

/** Indexed by product, so that an upsert of a product nobody waits for costs nothing. */
export class Waitlist {
  readonly #byProduct = new Map<string, Stored[]>();

  get all(): readonly WaitlistEntry[] {
    return [...this.#byProduct.values()].flat();
  }

  has(productId: string): boolean {
    return this.#byProduct.has(productId);
  }

  /** A subscriber waits for a variant once, however often they ask. */
  add(entry: Omit<WaitlistEntry, 'state'>): void {
    const entries = this.#byProduct.get(entry.productId) ?? [];
    const known = entries.some(
      (other) =>
        other.state === 'waiting' &&
        other.variantId === entry.variantId &&
        other.subscriberId === entry.subscriberId,
    );
    if (!known) entries.push({ ...entry, state: 'waiting' });
    this.#byProduct.set(entry.productId, entries);
  }

  /** Puts back an entry that was saved, whatever its state. */
  restore(entry: WaitlistEntry): void {
    const entries = this.#byProduct.get(entry.productId) ?? [];
    entries.push({ ...entry });
    this.#byProduct.set(entry.productId, entries);
  }

  /** Everybody who waits for the variant is notified now. */
  notify(productId: string, variantId: string): readonly WaitlistEntry[] {
    return this.#move(productId, variantId, 'waiting', 'pending');
  }

  cancel(productId: string, variantId: string): void {
    this.#move(productId, variantId, 'pending', 'cancelled');
  }

  #move(
    productId: string,
    variantId: string,
    from: WaitlistEntry['state'],
    to: WaitlistEntry['state'],
  ): readonly WaitlistEntry[] {
    const entries = this.#byProduct.get(productId) ?? [];
    const moved = entries.filter((entry) => entry.variantId === variantId && entry.state === from);
    for (const entry of moved) entry.state = to;
    return moved;
  }
}
