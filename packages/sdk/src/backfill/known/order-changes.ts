import type { ChangeKind } from './compare-states.ts';

/** How the orders of a source stand to what the ledger knows of them; without a ledger all are new. */
export interface OrderChanges {
  /** Orders the ledger does not know. They are sent. */
  readonly created: number;
  /** Orders that are sent again, because of what {@link changedIn} has. */
  readonly changed: number;
  /** An order may have changed in several. `status` became a later one. */
  readonly changedIn: Readonly<Record<ChangeKind, number>>;
  /** Orders that differ only in ways that are not sent, unless `resend` says so. They count as unchanged. */
  readonly held: number;
  /** Those of {@link held} of which an earlier release remembered the id alone, so that nobody knows what has changed. */
  readonly heldById: number;
  /** Those of {@link held} with an earlier status than the one that was sent. */
  readonly heldEarlier: number;
  /** Orders that have another e-mail address than when they were sent. They count as unchanged and are not sent. */
  readonly moved: number;
}

type Mutable<Counts> = { -readonly [Name in keyof Counts]: Counts[Name] };

/** Counts them as they are found. */
export class ChangeTally {
  readonly #counts: Mutable<Omit<OrderChanges, 'changedIn'>> = {
    created: 0,
    changed: 0,
    held: 0,
    heldById: 0,
    heldEarlier: 0,
    moved: 0,
  };
  readonly #changedIn = { status: 0, total: 0, refund: 0, currency: 0, lines: 0 };

  /** Gives back how to take it back. */
  count(...names: readonly (keyof Omit<OrderChanges, 'changedIn'>)[]): () => void {
    for (const name of names) this.#counts[name] += 1;
    return () => {
      for (const name of names) this.#counts[name] -= 1;
    };
  }

  countChanges(kinds: readonly ChangeKind[]): () => void {
    const undo = this.count('changed');
    for (const kind of kinds) this.#changedIn[kind] += 1;
    return () => {
      undo();
      for (const kind of kinds) this.#changedIn[kind] -= 1;
    };
  }

  get counts(): OrderChanges {
    return { ...this.#counts, changedIn: { ...this.#changedIn } };
  }
}
