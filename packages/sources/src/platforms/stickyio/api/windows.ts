import { americanDates } from '../../../time/account-days.ts';
import { LiveError } from '../../../live/live-error.ts';
import type { StickyIoClient } from './client.ts';

/** So many ids are the most that a search answers. Source: public clients, one of which names it for order_find. */
const cap = 50_000;

/** Two moments of the account's clock, both included, as if they were in UTC. Milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** From the beginning of the first day to the end of the last. */
export function spanOf(first: string, last: string): Span {
  return { from: Date.parse(`${first}T00:00:00Z`), to: Date.parse(`${last}T23:59:59Z`) };
}

/**
 * The ids of all orders in a span of time. A search that answers as many ids as it ever does may have more: then each half
 * is asked for by itself. Nobody documents the cap: a round number of five hundreds is taken for one as well.
 *
 * @throws {LiveError} A single second has as many.
 */
export async function idsIn(
  client: Pick<StickyIoClient, 'find'>,
  method: 'order_find' | 'order_find_updated',
  span: Span,
  signal: AbortSignal,
): Promise<string[]> {
  const { ids, isCut } = await client.find(method, rangeOf(span), signal);
  if (!isCut && !isRound(ids.length)) return [...ids];
  if (span.to <= span.from) {
    throw new LiveError(
      `${method} answers ${String(ids.length)} orders of one second, and may have more`,
      {
        code: 'contradiction',
        end: 'unusable',
        nextStep: 'Ask sticky.io for the most ids that a search answers.',
      },
    );
  }
  const half = span.from + Math.floor((span.to - span.from) / 2000) * 1000;
  const first = await idsIn(client, method, { from: span.from, to: half }, signal);
  return [...first, ...(await idsIn(client, method, { from: half + 1000, to: span.to }, signal))];
}

function isRound(count: number): boolean {
  return count >= cap || (count > 0 && count % 500 === 0);
}

function rangeOf({ from, to }: Span): object {
  const [first, last] = [new Date(from).toISOString(), new Date(to).toISOString()];
  const { start, end } = americanDates(first.slice(0, 10), last.slice(0, 10));
  return {
    ...{ start_date: start, end_date: end },
    ...{ start_time: first.slice(11, 19), end_time: last.slice(11, 19) },
  };
}
