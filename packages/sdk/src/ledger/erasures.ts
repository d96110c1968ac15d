import { emailKey } from './addresses.ts';
import type { Ledger } from './ledger.ts';

/** Begins the keys that stand for erased customers, and not for records. By itself: there are some. */
const prefix = 'erased:';

/** Whether a key of a ledger stands for an erased customer. */
export function isErasure(key: string): boolean {
  return key.startsWith(prefix);
}

/**
 * The keys that a ledger remembers an erased customer by: that there is one, and a salted SHA-256 of the address, in 64
 * hex digits. It tells whether an address that is known was erased; the address cannot be read from it.
 */
export async function erasureKeys(email: string, salt: string): Promise<readonly [string, string]> {
  const text = new TextEncoder().encode(`${salt}\n${emailKey(email)}`);
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  const hash = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [prefix, prefix + hash];
}

type Known = Pick<Ledger, 'read' | 'salt'>;

/** Whether a customer was erased: nothing may be sent of one. */
export async function isErased(ledger: Known, email: string): Promise<boolean> {
  const [, key] = await erasureKeys(email, ledger.salt ?? '');
  const [found] = await ledger.read([key]);
  return found !== undefined;
}

/** The erased customers of a ledger, for a run that asks of very many. */
export class Erasures {
  readonly #ledger: Known | undefined;

  private constructor(ledger: Known | undefined) {
    this.#ledger = ledger;
  }

  static async in(ledger: Known | undefined): Promise<Erasures> {
    const [some] = (await ledger?.read([prefix])) ?? [];
    return new Erasures(some === undefined ? undefined : ledger);
  }

  /** Where there are none, nobody needs to be asked of. */
  get any(): boolean {
    return this.#ledger !== undefined;
  }

  /** @param email Undefined: nobody knows whose it is. */
  async has(email: string | undefined): Promise<boolean> {
    if (this.#ledger === undefined || email === undefined) return false;
    return isErased(this.#ledger, email);
  }
}
