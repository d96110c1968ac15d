import { systemClock } from 'sequenzy-contract';
import type { Ledger } from 'sequenzy-commerce';
import { stepFor, type Step } from '../incoming/accept.ts';
import { readBody } from '../incoming/read-body.ts';
import { parseWebhook, readWebhook, unreadOf } from '../incoming/read-webhook.ts';
import { routeOf } from '../incoming/route.ts';
import { platforms } from '../platforms/registry.ts';
import { orderIdOf, type RelayEvent } from '../queue/event.ts';
import type { Attempt, Inbox, Queue, Verdict } from '../queue/queue.ts';
import { sendEvent, type Sent } from '../sending/send-event.ts';
import { Turns } from '../sending/turns.ts';
import { isGenuine, type PlatformName } from '../signatures/schemes.ts';
import { Counter, type Figures } from './figures.ts';
import type { News } from './news.ts';
import { secretsOf, settingsOf, type PlatformSettings, type RelayOptions } from './options.ts';
import { Readmission } from './readmission.ts';

/** Answers webhooks, and sends what they bring. */
export interface Relay {
  /** Answers one webhook, once it is durably in the queue. */
  (request: Request): Promise<Response>;
  /** The relay itself, for places that want it by this name: `export default { fetch: relay.fetch }`. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Sends one event, for queues that hand out events by themselves. */
  readonly deliver: (event: RelayEvent, attempt?: Partial<Attempt>) => Promise<Verdict>;
  readonly figures: () => Figures;
  /** Takes nothing more, and closes the queue. */
  readonly close: () => Promise<void>;
}

/**
 * Makes a relay: webhooks of shop platforms come in, are verified, read and put durably into a queue, and only then
 * answered; from there orders go to Sequenzy, in order for each customer and each order, and as slowly as its API takes them.
 *
 * - 200: queued, known already, kept for a person to look at, or nothing that could ever be sent
 * - 401: the signature or the secret is wrong; 404, 405, 413: not a webhook of these platforms
 * - 503: it cannot be kept now, and has to be sent again
 *
 * @throws {TypeError} naming an option that is lacking or makes no sense.
 * @example
 * const relay = createRelay({ client: new SequenzyCommerce(), platform: 'shopify', secret, queue });
 * const response = await relay(request);
 */
export function createRelay(options: RelayOptions): Relay {
  const relay = new Relaying(options);
  const fetch = (request: Request): Promise<Response> => relay.answer(request);
  return Object.assign((request: Request) => relay.answer(request), {
    fetch,
    deliver: (event: RelayEvent, attempt: Partial<Attempt> = {}) => relay.deliver(event, attempt),
    figures: () => relay.counter.figures,
    close: () => relay.close(),
  });
}

const mostBytes = 1_048_576;

class Relaying {
  readonly counter = new Counter();
  readonly #options: RelayOptions;
  readonly #settings: ReadonlyMap<PlatformName, PlatformSettings>;
  readonly #queue: Inbox | Queue;
  readonly #customers = new Turns();
  #ledger: Promise<Ledger> | undefined;
  #isClosed = false;

  constructor(options: RelayOptions) {
    this.#options = options;
    this.#settings = settingsOf(options);
    this.#queue = options.queue;
    if (!('work' in options.queue)) return;
    const readmission = new Readmission(this.#settings, options.queue);
    options.queue.work({
      deliver: (event, attempt) => this.deliver(event, attempt),
      readmit: (letter) => readmission.readmit(letter),
      onTrouble: (error) => {
        this.#tell({ type: 'trouble', reason: reasonOf(error) });
      },
    });
  }

  async answer(request: Request): Promise<Response> {
    this.counter.received();
    try {
      return await this.#answer(request);
    } catch (error) {
      // The body broke off, or the queue cannot take it: the platform has to send it again.
      this.#tell({ type: 'trouble', reason: reasonOf(error) });
      return this.#refuse(503, 'cannot be taken now');
    }
  }

  async deliver(event: RelayEvent, { number = 1, signal = never }: Partial<Attempt>) {
    const { client, ledger } = this.#options;
    return sendEvent(
      event,
      { number, signal },
      {
        client,
        ledger: ledger && (() => this.#openLedger(ledger)),
        fetchOrder: (platform) => this.#settings.get(platform)?.fetchOrder,
        customers: this.#customers,
        told: (sent) => {
          this.#sent(sent);
        },
      },
    );
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if ('close' in this.#queue) await this.#queue.close();
  }

  async #answer(request: Request): Promise<Response> {
    if (this.#isClosed) return this.#refuse(503, 'shutting down');
    const url = new URL(request.url);
    const only = 'platform' in this.#options ? this.#options.platform : undefined;
    const route = routeOf(url.pathname, [...this.#settings.keys()], only);
    const settings = route && this.#settings.get(route.name);
    if (route === undefined || settings === undefined) return this.#refuse(404, 'not found');
    const { name, lastSegment } = route;
    const platform = platforms[name];
    const { method, headers } = request;
    if (!platform.methods.some((one) => one === method)) return this.#refuse(405, 'method');
    const body = await readBody(request, this.#options.maxBodyBytes ?? mostBytes);
    if (body === 'too large') return this.#refuse(413, 'too large');
    const text = new TextDecoder().decode(body);
    if (platform.isPing?.(headers, text) === true)
      return this.#take({ kind: 'nothing', reason: 'ping' }, name);
    const receivedAt = this.#now();
    const delivery = { headers, body, lastSegment };
    if (!(await isGenuine(name, secretsOf(settings), delivery, receivedAt))) {
      return this.#refuse(401, 'the signature or the secret is wrong');
    }
    const webhook = unreadOf(request, url, text, platform.topicHeader);
    const parsed = parseWebhook(webhook, settings);
    if ('fault' in parsed) {
      const fault = { kind: 'unreadable', reason: parsed.fault } as const;
      return this.#take(stepFor(fault, { name, receivedAt, webhook }), name);
    }
    const deliveryId = platform.deliveryId?.(headers, parsed.payload.value);
    const reading = readWebhook(platform, parsed.payload, settings);
    return this.#take(stepFor(reading, { name, receivedAt, webhook, deliveryId }), name);
  }

  /** Does what has to be done before the answer. */
  async #take(step: Step, platform: PlatformName): Promise<Response> {
    switch (step.kind) {
      case 'add': {
        const outcome = await this.#queue.add(step.event);
        this.counter.added(outcome);
        this.#tell({ type: outcome, platform, orderId: orderIdOf(step.event) });
        return new Response(`${outcome}\n`);
      }
      case 'bury':
        await this.#queue.bury(step.letter);
        this.counter.unread();
        this.#tell({ type: 'unread', platform, reason: step.letter.reason });
        return new Response('kept, to be looked at\n');
      case 'nothing':
        this.counter.nothing(step.reason);
        this.#tell({ type: 'nothing', platform, reason: step.reason });
        return new Response('nothing to send\n');
    }
  }

  #refuse(status: number, reason: string): Response {
    this.counter.refused(status);
    this.#tell({ type: 'refused', status, reason });
    return new Response(`${reason}\n`, { status });
  }

  #sent({ event, outcome, reason }: Sent): void {
    this.counter.event(outcome);
    const { platform, receivedAt } = event;
    const age = Math.max(0, this.#now() - receivedAt);
    const told = { type: 'event', outcome, platform, orderId: orderIdOf(event), age } as const;
    this.#tell(reason === undefined ? told : { ...told, reason });
  }

  #tell(news: News): void {
    this.#options.onNews?.(news);
  }

  #now(): number {
    return (this.#options.clock ?? systemClock).now();
  }

  /** One that could not be opened is opened again for the next event. */
  #openLedger(ledger: Ledger | (() => Promise<Ledger>)): Promise<Ledger> {
    this.#ledger ??= Promise.resolve(typeof ledger === 'function' ? ledger() : ledger).catch(
      (error: unknown) => {
        this.#ledger = undefined;
        throw error;
      },
    );
    return this.#ledger;
  }
}

const never = new AbortController().signal;

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'it failed';
}
