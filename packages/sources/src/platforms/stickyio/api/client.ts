import { isRecord, type Clock } from 'sequenzy-contract';
import { ApiValidationError, connect, type RateLimiter, type Service } from 'sequenzy-transport';
import { SourceError } from '../../../faults/source-error.ts';
import { LiveError } from '../../../live/live-error.ts';
import type { LiveSettings } from '../../../live/live-source.ts';
import { codeOf, problemIn } from './code.ts';
import { address, exampleAddress, password, user } from './settings.ts';

export type Row = Readonly<Record<string, unknown>>;

/** What a search answers. */
interface Found {
  /** Each once. */
  readonly ids: readonly string[];
  /** It counts more than it names: a cap has cut the ids, and not the count. */
  readonly isCut: boolean;
}

type Method = 'order_find' | 'order_find_updated' | 'order_view';

/** Source: public clients. */
const mostViewed = 500;

/** Asks sticky.io's API v1. Login and password travel in a header; failures that come with status 200 are errors. */
export class StickyIoClient {
  readonly limiter: RateLimiter;
  readonly clock: Clock;
  readonly #ask: (method: Method, body: object, signal: AbortSignal) => Promise<Row>;

  /** @throws {SourceError} The address cannot be used. */
  constructor({ secrets, address: baseUrl, connection }: LiveSettings) {
    const login = `${secrets[user.variable] ?? ''}:${secrets[password.variable] ?? ''}`;
    const apiKey = Buffer.from(login).toString('base64');
    const { transport, rateLimiter, clock } = connected({ ...connection, apiKey, baseUrl });
    this.limiter = rateLimiter;
    this.clock = clock;
    this.#ask = async (method, body, signal) => {
      const call = { method: 'POST', path: `/${method}`, body: JSON.stringify(body) } as const;
      const { json } = await transport({ ...call, signal, replayable: true });
      return isRecord(json) ? json : {};
    };
  }

  /** Ids of orders in a range of time, as many as the API answers. */
  async find(
    method: Exclude<Method, 'order_view'>,
    range: object,
    signal: AbortSignal,
  ): Promise<Found> {
    const criteria =
      method === 'order_find'
        ? { criteria: 'all', search_type: 'all', date_type: 'create' }
        : { group_keys: groups };
    const answer = await this.#ask(method, { campaign_id: 'all', ...range, ...criteria }, signal);
    if (codeOf(answer) === '333') return { ids: [], isCut: false };
    const given = answer['order_id'] ?? answer['order_ids'];
    const ids =
      typeof given === 'string'
        ? given.split(',')
        : Array.isArray(given)
          ? given.map(String)
          : Object.keys(isRecord(answer['data']) ? answer['data'] : {});
    const named = ids.map((id) => id.trim()).filter((id) => id !== '');
    const total = Number(answer['total_orders'] ?? named.length);
    if (named.length === 0 && total > 0)
      throw odd(`${method} counts ${String(total)} orders, and names none`);
    return { ids: [...new Set(named)], isCut: total > named.length };
  }

  /** Whole orders by their ids, so many at a time. */
  async *view(ids: readonly string[], signal: AbortSignal): AsyncGenerator<readonly Row[]> {
    for (let at = 0; at < ids.length; at += mostViewed) {
      const wanted = ids.slice(at, at + mostViewed);
      const answer = await this.#ask(
        'order_view',
        { order_id: wanted, return_variants: 1 },
        signal,
      );
      const orders =
        'order_id' in answer && !isRecord(answer['data'])
          ? [answer]
          : Object.values(isRecord(answer['data']) ? answer['data'] : {});
      const rows = orders.filter(isRecord);
      const seen = new Set(rows.map(({ order_id: id }) => String(id)));
      const missing = wanted.find((id) => !seen.has(id));
      if (missing !== undefined)
        throw odd(`order_view does not show order ${missing}, which order_find names`);
      yield rows;
    }
  }
}

/** What may have changed of an order. Source: a public client. */
const groups = [
  'chargeback',
  'confirmation',
  'fraud',
  'refund',
  'reprocess',
  'return',
  'rma',
  'void',
];

function odd(problem: string): LiveError {
  return new LiveError(problem, { code: 'contradiction', end: 'passing' });
}

function connected(options: Parameters<typeof connect>[0]): ReturnType<typeof connect> {
  const nextStep = `Set ${address.variable} to the address of your account, such as ${exampleAddress}.`;
  if (options.baseUrl === '') {
    throw new SourceError(`${address.variable} is missing`, { code: 'bad-option', nextStep });
  }
  try {
    return connect(options, service);
  } catch (error) {
    if (!(error instanceof ApiValidationError)) throw error;
    // The address itself is not told: it may hold a password.
    const faults = error.faults.map(({ message }) => message).join('; ');
    throw new SourceError(`${address.variable} ${faults}`, { code: 'bad-option', nextStep });
  }
}

const service: Service = {
  userAgent: 'sequenzy-sources',
  environment: { apiKey: password.variable, baseUrl: (read) => ({ url: read(address.variable) }) },
  defaultUrl: exampleAddress,
  locate: (baseUrl) => ({ baseUrl: baseUrl.replace(/\/api\/v1$/, ''), apiPath: '/api/v1' }),
  headers: (apiKey) => ({ authorization: `Basic ${apiKey}` }),
  // Source: the vendor's collection of one method, and public clients.
  rateLimit: { perMinute: 120, perSecond: 20 },
  replies: {
    refuses: (json) => !['100', '333'].includes(codeOf(json) ?? ''),
    problemIn,
    conflictPasses: false,
  },
};
