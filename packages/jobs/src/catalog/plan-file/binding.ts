import { createHash } from 'node:crypto';
import type { Ledger, Product } from 'sequenzy-commerce';

/** A fingerprint of every record that was read, in order. */
export class InputHash {
  readonly #hash = createHash('sha256');
  records = 0;

  /** @param record What is sent of it, or the key of one that is not. */
  add(record: Product | string | undefined): void {
    this.records += 1;
    this.#hash.update(`${JSON.stringify(record ?? null)}\n`);
  }

  /** Nothing can be added afterwards. */
  get sha256(): string {
    return this.#hash.digest('hex');
  }
}

/** Fingerprint of all that is remembered as sent, in whatever order it stands. */
export async function ledgerHash(ledger: Pick<Ledger, 'list'> | undefined) {
  const sum = Buffer.alloc(32);
  let products = 0;
  for await (const { key, fingerprint, feed = null } of ledger?.list?.() ?? []) {
    products += 1;
    const hash = createHash('sha256').update(JSON.stringify([key, fingerprint, feed]));
    for (const [at, byte] of hash.digest().entries()) sum[at] = (sum[at] ?? 0) ^ byte;
  }
  return { products, sha256: sum.toString('hex') };
}
