import { fingerprintOf } from './fingerprint.ts';

/** One person, however the address is written. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

/** Tells addresses apart without naming them. */
export function addressHash(email: string, salt: string): string {
  return fingerprintOf(`${salt}\n${emailKey(email)}`);
}
