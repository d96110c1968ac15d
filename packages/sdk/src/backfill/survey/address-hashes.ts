import { addressHash } from '../../ledger/addresses.ts';
import { Column } from '../tables/column.ts';

/** The hash of every customer's address as the ledger has it: 8 bytes each. */
export class AddressHashes {
  readonly salt: string;
  readonly #high = new Column(Uint32Array);
  readonly #low = new Column(Uint32Array);

  constructor(salt: string) {
    this.salt = salt;
  }

  set(customer: number, email: string): void {
    const hash = addressHash(email, this.salt);
    this.#high.set(customer, Number.parseInt(hash.slice(0, 8), 16));
    this.#low.set(customer, Number.parseInt(hash.slice(8), 16));
  }

  of(customer: number): string {
    return hex(this.#high.get(customer)) + hex(this.#low.get(customer));
  }
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}
