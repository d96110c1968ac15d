import type { Api } from '../../service/api.ts';
import { json, type Answer } from '../../http/answer.ts';
import type { Arrival } from '../../http/arrival.ts';
import type { ProblemExtras } from '../../http/problem.ts';
import { showOrder, StickyIoAccount } from './account.ts';

type Fields = Readonly<Record<string, unknown>>;

/** More ids than that are not viewed at once. Source: public clients. */
const mostViewed = 500;

/** What sticky.io's API v1 says of orders. */
export class StickyIoApi implements Api {
  readonly basePath = '/api/v1';
  readonly invalidKey = 'Invalid username or password';
  account: StickyIoAccount;
  readonly #timezone: string;
  readonly #cap: number;

  constructor(timezone: string, cap: number) {
    this.#timezone = timezone;
    this.#cap = cap;
    this.account = new StickyIoAccount(timezone);
  }

  /** A refused login has code 200, and the status of a success. */
  readonly problem = (status: number, message: string, extras: ProblemExtras = {}): Answer => {
    const isHttp = status === 404 || status === 405 || status === 429 || status >= 500;
    const code = status === 401 ? '200' : '600';
    return json(
      isHttp ? status : 200,
      { response_code: code, error_message: message },
      extras.headers,
    );
  };

  quotaOf(): string {
    return 'account';
  }

  keyIn({ headers }: Arrival): string | undefined {
    return /^Basic +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  }

  answer({ method, path, body }: Arrival): Answer {
    const parsed = body.json();
    const fields = (parsed.ok && typeof parsed.value === 'object' ? parsed.value : {}) as Fields; // looked at below
    if (method !== 'POST') return this.problem(405, 'Method not allowed');
    switch (path.slice(this.basePath.length)) {
      case '/order_find':
        return this.#found(fields, ({ created }) => [created]);
      case '/order_find_updated': {
        const groups = [fields['group_keys']].flat().map(String);
        return this.#found(fields, ({ changes }) =>
          changes.flatMap(({ at, group }) => (groups.includes(group) ? [at] : [])),
        );
      }
      case '/order_view':
        return this.#viewed([fields['order_id']].flat().map(Number));
      default:
        return this.problem(404, 'Not found');
    }
  }

  reset(): void {
    this.account = new StickyIoAccount(this.#timezone);
  }

  /** At most so many ids as the cap; the total is not larger either. */
  #found(fields: Fields, timesOf: (order: OrderOf) => readonly string[]): Answer {
    const [from, to] = [timeOf(fields, 'start', '00:00:00'), timeOf(fields, 'end', '23:59:59')];
    if (from === undefined || to === undefined) return coded('600', 'Invalid date');
    const ids = [...this.account.orders.values()]
      .filter((order) => timesOf(order).some((time) => from <= time && time <= to))
      .map(({ orderId }) => String(orderId))
      .slice(0, this.#cap);
    if (ids.length === 0) return coded('333', 'No orders found');
    return json(200, { response_code: '100', total_orders: String(ids.length), order_id: ids });
  }

  /** One order stands at the top, several by their id. */
  #viewed(ids: readonly number[]): Answer {
    if (ids.length > mostViewed) return coded('600', 'Too many orders');
    const found = ids.flatMap((id) => this.account.orders.get(id) ?? []);
    if (found.length < ids.length) return coded('350', 'Invalid order id supplied');
    const [first, ...more] = found.map(showOrder);
    if (more.length === 0) return json(200, { response_code: '100', ...first });
    const data = Object.fromEntries(
      found.map((order) => [String(order.orderId), showOrder(order)]),
    );
    return json(200, { response_code: '100', total_orders: String(found.length), data });
  }
}

type OrderOf = Parameters<typeof showOrder>[0];

/** `03/01/2026` and `09:30:00` as `2026-03-01 09:30:00`. */
function timeOf(fields: Fields, side: 'start' | 'end', otherwise: string): string | undefined {
  const date = fields[`${side}_date`];
  const given = fields[`${side}_time`];
  const time = typeof given === 'string' ? given : otherwise;
  const [, month, day, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(String(date)) ?? [];
  if (year === undefined || !/^\d\d:\d\d:\d\d$/.test(time)) return undefined;
  return `${year}-${month ?? ''}-${day ?? ''} ${time}`;
}

function coded(code: string, message: string): Answer {
  return json(200, { response_code: code, error_message: message });
}
