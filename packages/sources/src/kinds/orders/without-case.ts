/** What of an e-mail address tells customers apart. */
export function withoutCase(email: string): string {
  return email.trim().toLowerCase();
}
