import type { ProcessIdentity } from './process-identity.ts';

/** What the file of a lease says: who holds it, and that it was renewed. */
export interface Claim extends ProcessIdentity {
  /** Never the same twice. */
  readonly token: string;
  /** When it was taken, in milliseconds since 1970. */
  readonly since: number;
  /** Goes up with every renewal. */
  readonly renewals: number;
  /** When it was renewed last, in milliseconds since 1970 by the holder's clock. */
  readonly renewedAt: number;
}

/** A renewal is written over the last one, so all are of one length. */
const bytes = 512;

export function formatClaim(claim: Claim): string {
  return `${JSON.stringify({ lease: 1, ...claim }).padEnd(bytes - 1)}\n`;
}

/** `undefined` where the text is not a claim: it is just being written, or the writing was cut off. */
export function parseClaim(text: string): Claim | undefined {
  try {
    const claim = JSON.parse(text) as Partial<Claim> & { lease?: unknown }; // looked at here
    const { lease, token, host, pid, since, renewals, renewedAt, space, start } = claim;
    const texts = [token, host, space ?? '', start ?? ''];
    const numbers = [pid, since, renewals, renewedAt];
    const isClaim =
      lease === 1 &&
      texts.every((value) => typeof value === 'string') &&
      numbers.every((value) => Number.isSafeInteger(value));
    return isClaim ? (claim as Claim) : undefined; // just checked
  } catch {
    return undefined;
  }
}
