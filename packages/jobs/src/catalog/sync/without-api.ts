import type { SequenzyError } from 'sequenzy-commerce';

/** A plan without the API goes by the ledger. */
export function withoutApi({ message }: SequenzyError): string {
  return `Sequenzy cannot be reached (${message}), so the plan goes by what is remembered here, and stock that the input does not state is not known.`;
}
