/** One person, however the address is written. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}
