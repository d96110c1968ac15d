import type { Finding, FindingKind } from 'sequenzy-sources';

/** Damage of a file, or an order line about a product that the catalog lacks. */
export interface Found extends Omit<Finding, 'kind'> {
  readonly kind: FindingKind | 'unknown-product';
}

/** All findings of one kind. */
export interface FoundKind {
  readonly kind: Found['kind'];
  readonly count: number;
  /** How many of them have a repair that can be nothing else. */
  readonly certain: number;
  /** The first ones. */
  readonly listed: readonly Found[];
}

interface Tally {
  readonly kind: Found['kind'];
  count: number;
  certain: number;
  readonly listed: Found[];
}

/** What has been found so far: counted by kind, the first ones of each kept. */
export class Findings {
  readonly #kinds = new Map<Found['kind'], Tally>();
  readonly #most: number;

  /** @param most Findings of a kind to keep in memory. */
  constructor(most: number) {
    this.#most = most;
  }

  /** In the order in which they were met. */
  get kinds(): readonly FoundKind[] {
    return [...this.#kinds.values()];
  }

  get count(): number {
    return this.kinds.reduce((sum, { count }) => sum + count, 0);
  }

  get certain(): number {
    return this.kinds.reduce((sum, { certain }) => sum + certain, 0);
  }

  /** Whether the next one of a kind is only counted, so that nothing more need be known of it. */
  isFull(kind: Found['kind']): boolean {
    return (this.#kinds.get(kind)?.count ?? 0) >= this.#most;
  }

  add(finding: Found): void {
    const { kind } = finding;
    const known: Tally = this.#kinds.get(kind) ?? { kind, count: 0, certain: 0, listed: [] };
    if (!this.isFull(kind)) known.listed.push(finding);
    known.count += 1;
    if (finding.isCertain) known.certain += 1;
    this.#kinds.set(kind, known);
  }
}
