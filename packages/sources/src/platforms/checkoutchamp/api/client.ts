import { isRecord, type Clock } from 'sequenzy-contract';
import { connect, type Problem, type RateLimiter, type Service } from 'sequenzy-transport';
import type { LiveSettings } from '../../../live/live-source.ts';
import { address, loginId, password } from './settings.ts';
import { whyOf } from './refusal.ts';

/** Rows of one page, and the count of all. */
export interface Page {
  readonly rows: readonly Row[];
  /** As it counts them; undefined where it does not. */
  readonly total: number | undefined;
  /** Rows it may hold. */
  readonly size: number;
}

export type Row = Readonly<Record<string, unknown>>;

/** Every one of them is a whole list. Sources: public clients of the API. */
export type List = '/order/query/' | '/transactions/query/' | '/campaign/query/';

/** Source: public clients, whose vendor documents 25 by default and 200 at most. */
const mostPerPage = 200;

/** The part of a client that lists are read with. */
export type Pages = Pick<CheckoutChampClient, 'page' | 'clock'>;

/**
 * Asks CheckoutChamp's API. Login and password travel in the form, never in an address; failures that come with status 200
 * are errors, and repeated only where they may pass.
 */
export class CheckoutChampClient {
  readonly limiter: RateLimiter;
  readonly clock: Clock;
  readonly #ask: (list: List, form: URLSearchParams, signal: AbortSignal) => Promise<unknown>;
  readonly #login: Readonly<Record<string, string>>;

  /** @throws {ApiValidationError} The address cannot be used. */
  constructor({ secrets, address: baseUrl, connection }: LiveSettings) {
    const login = secrets[loginId.variable] ?? '';
    const secret = secrets[password.variable] ?? '';
    this.#login = { loginId: login, password: secret };
    const options = { ...connection, apiKey: encodeURIComponent(secret), baseUrl };
    const { transport, rateLimiter, clock } = connect(options, service(secret));
    this.limiter = rateLimiter;
    this.clock = clock;
    this.#ask = async (path, form, signal) => {
      const contentType = 'application/x-www-form-urlencoded';
      const call = { method: 'POST', path, body: form.toString(), contentType } as const;
      return (await transport({ ...call, signal, replayable: true })).json;
    };
  }

  /** One page of a list, from 1 on. Nothing found is a page without rows. */
  async page(
    list: List,
    parameters: Readonly<Record<string, string>>,
    { page, size = mostPerPage, signal }: { page: number; size?: number; signal: AbortSignal },
  ): Promise<Page> {
    const paging = { resultsPerPage: String(size), page: String(page) };
    const form = new URLSearchParams({ ...this.#login, ...parameters, ...paging });
    return pageIn(await this.#ask(list, form, signal), size);
  }
}

/** Some answers have the list at the top. */
function pageIn(json: unknown, asked: number): Page {
  const { message, ...top } = isRecord(json) ? json : {};
  const holder = isRecord(message) ? message : top;
  const total = numberOf(holder['totalResults']);
  const size = Math.min(asked, numberOf(holder['resultsPerPage']) ?? asked);
  return { rows: rowsIn(holder['data']), total, size };
}

/** A list, or an object by id. */
function rowsIn(data: unknown): readonly Row[] {
  const rows = isRecord(data) ? Object.values(data) : Array.isArray(data) ? data : [];
  return rows.filter(isRecord);
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0
    ? number
    : undefined;
}

function service(secret: string): Service {
  return {
    userAgent: 'sequenzy-sources',
    environment: {
      apiKey: password.variable,
      baseUrl: (read) => ({ url: read(address.variable) }),
    },
    defaultUrl: address.default,
    locate: (baseUrl) => ({ baseUrl, apiPath: '' }),
    headers: () => ({}),
    // No limit a minute is documented; ten queries at once are too many, and here is one at a time.
    rateLimit: { perMinute: 6000, perSecond: 100 },
    replies: {
      refuses: (json) => !['none', undefined].includes(whyOf(json)),
      passes: (json) => whyOf(json) === 'passing',
      problemIn: (json) => problemIn(json, secret),
      conflictPasses: false,
    },
  };
}

/** The sentence of an error, or those about its fields. */
function problemIn(json: unknown, secret: string): Problem {
  const message = isRecord(json) ? json['message'] : undefined;
  const said = isRecord(message)
    ? Object.entries(message).map(([field, reason]) => `${field} ${String(reason)}`)
    : [message].filter((one): one is string => typeof one === 'string');
  const text = said.join('; ').replaceAll(secret, '[password]');
  return text.trim() === '' ? {} : { message: text };
}
