import type { OrderSettings } from './source.ts';

/** What can keep an order from being sent. */
export interface Obstacles {
  readonly email: string | undefined;
  /** Nobody has paid yet, and the order is not over either. */
  readonly isPending?: boolean;
  readonly isTest?: boolean;
}

/** Why an order is left out, in a word or two. */
export function skipReason(
  { email, isPending = false, isTest = false }: Obstacles,
  { includePending, includeTests }: OrderSettings,
): string | undefined {
  if (isTest && !includeTests) return 'test';
  if (isPending && !includePending) return 'not paid yet';
  return email === undefined ? 'no e-mail' : undefined;
}
