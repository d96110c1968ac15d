import type {
  EnrollmentLine,
  Figures,
  ListQuestion,
  Part,
  ProductView,
  Question,
  RequestLine,
  SequenceLine,
  WaitingLine,
} from 'sequenzy-pages';
import type { LoggedRequest, RequestLog } from '../../service/request-log.ts';
import type { Settings } from '../../service/options.ts';
import type { Company } from '../store/company.ts';
import { toSequence } from '../store/sequences.ts';
import { toStoredProduct } from '../store/stored-product.ts';
import type { WaitlistEntry } from '../store/waitlist.ts';
import { customerLine, customerOf, eventLine, nameOf } from './customers.ts';
import { gaugeOf } from './gauge.ts';
import { newestFirst, partOf } from './part.ts';

/** What the dashboard looks at. */
export interface Browsable {
  company(): Company;
  readonly log: RequestLog;
  readonly settings: Pick<Settings, 'clock' | 'rateLimit'>;
  reset(): void;
}

/** Requests that may be answered late. */
const mostUnderWay = 50;

/** Answers what the dashboard asks about the first company, a part at a time, however much there is. */
export class Browsing {
  readonly #of: Browsable;
  #resets = 0;
  #refused = 0;
  #looked = 0;

  constructor(of: Browsable) {
    this.#of = of;
  }

  answer(question: Question): unknown {
    const company = this.#company;
    switch (question.view) {
      case 'product':
        return this.#product(question.productId);
      case 'customer':
        return customerOf(company, question.email) ?? null;
      case 'sequences':
        return sequencesOf(company);
      case 'reset':
        this.#reset();
        return {};
      case 'products':
      case 'customers':
      case 'events':
      case 'waiting':
      case 'requests':
      case 'enrollments':
        return this.#part(question);
    }
  }

  /** @param stateFile Where the state is kept; `null` where it is forgotten. */
  figures(stateFile: string | null): Figures {
    const company = this.#company;
    const { log, settings } = this.#of;
    const requests = log.all;
    for (; this.#looked < requests.length; this.#looked += 1) {
      if (requests[this.#looked]?.status === 429) this.#refused += 1;
    }
    const { products, subscribers, orders, events, sequences, enrollments, waitlist } = company;
    const counts = {
      products: products.size,
      customers: subscribers.size,
      orders: orders.size,
      events: events.all.length,
      waiting: waitlist.all.length,
      sequences: sequences.size,
      enrollments: enrollments.all.length,
      requests: requests.length,
    };
    const now = settings.clock.now();
    const settled = requests.slice(-mostUnderWay).filter(({ status }) => status !== undefined);
    return {
      revision: [this.#resets, settled.length, ...Object.values(counts)].join('.'),
      counts,
      gauge: gaugeOf(requests, settings.rateLimit, { now, refused: this.#refused }),
      stateFile,
    };
  }

  get #company(): Company {
    const company = this.#of.company();
    company.enrollments.settle(this.#of.settings.clock.now());
    return company;
  }

  #part(question: ListQuestion): Part<unknown> {
    const company = this.#company;
    switch (question.view) {
      case 'products':
        return partOf(company.products, question, {
          textOf: ({ title, productId, variants }) =>
            [title, productId, ...variants.map(({ sku }) => sku ?? '')].join('\n'),
          show: (record) => toStoredProduct(record, company.seed),
        });
      case 'customers':
        return partOf(company.subscribers, question, {
          textOf: (record) => `${record.email}\n${nameOf(record)}`,
          show: customerLine,
        });
      case 'events':
        return partOf(newestFirst(company.events.all), question, {
          textOf: ({ name, email, properties }) => `${name}\n${email}\n${orderIdOf(properties)}`,
          show: eventLine,
        });
      case 'waiting':
        return partOf(company.waitlist.all.map(this.#waitingLine), question, {
          textOf: ({ product, variant, email }) => `${product}\n${variant}\n${email}`,
          show: (line) => line,
        });
      case 'enrollments':
        return partOf<EnrollmentLine, EnrollmentLine>(
          newestFirst(company.enrollments.all),
          question,
          {
            textOf: ({ sequence, email }) => `${sequence}\n${email}`,
            show: ({ sequence, email, event }) => ({ sequence, email, event }),
          },
        );
      case 'requests':
        return partOf(newestFirst(this.#of.log.all), question, {
          textOf: ({ method, path, status, fault }) =>
            `${method} ${path} ${status ?? ''} ${fault ?? ''}`,
          show: requestLine,
        });
    }
  }

  #product(productId: string): ProductView | null {
    const { products, waitlist, seed } = this.#company;
    const record =
      products.find(productId) ?? [...products].find((one) => one.productId === productId);
    if (record === undefined) return null;
    const waiting = waitlist.all.filter((entry) => entry.productId === productId);
    return { card: toStoredProduct(record, seed), waiting: waiting.map(this.#waitingLine) };
  }

  readonly #waitingLine = (entry: WaitlistEntry): WaitingLine => {
    const product = this.#of.company().products.find(entry.productId);
    const variant = product?.variants.find(({ variantId }) => variantId === entry.variantId);
    return {
      productId: entry.productId,
      variantId: entry.variantId,
      product: product?.title ?? entry.productTitle ?? entry.productId,
      variant: variant?.title ?? entry.variantTitle ?? '',
      email: entry.email,
      state: entry.state,
    };
  };

  #reset(): void {
    this.#of.reset();
    this.#resets += 1;
    this.#refused = 0;
    this.#looked = 0;
  }
}

function orderIdOf({ orderId }: Readonly<Record<string, unknown>>): string {
  return typeof orderId === 'string' ? orderId : '';
}

function requestLine({ at, method, path, status, fault, dropped }: LoggedRequest): RequestLine {
  const isDropped = dropped === true;
  return { at, method, path, status: status ?? null, fault: fault ?? null, isDropped };
}

function sequencesOf({ sequences, enrollments }: Company): readonly SequenceLine[] {
  const enrolled = new Map<string, number>();
  for (const { sequenceId } of enrollments.all) {
    enrolled.set(sequenceId, (enrolled.get(sequenceId) ?? 0) + 1);
  }
  return [...sequences].map(toSequence).map(({ id, name, effectiveStatus, triggerConfig }) => ({
    id,
    name,
    state: effectiveStatus,
    event: triggerConfig.eventName ?? null,
    enrolled: enrolled.get(id) ?? 0,
  }));
}
