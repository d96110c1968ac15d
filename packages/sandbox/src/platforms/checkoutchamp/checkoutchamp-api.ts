import type { Api } from '../../service/api.ts';
import type { Answer } from '../../http/answer.ts';
import type { Arrival } from '../../http/arrival.ts';
import { Account } from './account/account.ts';
import { showCampaign } from './account/campaign.ts';
import { showOrder, type StoredOrder, type TotalIs } from './account/order.ts';
import { showTransaction, type StoredTransaction } from './account/transaction.ts';
import { checkoutchampProblem, failed } from './answers.ts';
import { daysOf, isWithin } from './endpoints/days.ts';
import { formOf } from './endpoints/form.ts';
import { pageOf } from './endpoints/page.ts';
import { keyOf, type Trouble } from './options.ts';

interface AccountSettings {
  readonly timezone: string;
  readonly totalIs: TotalIs;
  readonly address: string;
}

/** What CheckoutChamp's API says of orders, transactions and campaigns. */
export class CheckoutChampApi implements Api {
  readonly basePath = '';
  readonly problem = checkoutchampProblem;
  readonly invalidKey = 'Invalid login credentials';
  readonly trouble: Trouble = { wrongTotals: 0, movedRows: 0 };
  /** Addresses that may ask; undefined lets in everybody. */
  allowed: readonly string[] | undefined;
  account: Account;
  readonly #settings: AccountSettings;

  constructor(settings: AccountSettings) {
    this.#settings = settings;
    this.account = new Account(settings.timezone);
  }

  quotaOf(): string {
    return 'account';
  }

  keyIn(arrival: Arrival): string {
    const form = formOf(arrival);
    return keyOf(form.get('loginId') ?? '', form.get('password') ?? '');
  }

  answer(arrival: Arrival): Answer {
    const { address } = this.#settings;
    if (this.allowed?.includes(address) === false) {
      return failed(`IP must be whitelisted - ${address}`);
    }
    if (!['GET', 'POST'].includes(arrival.method)) return this.problem(405, 'Method not allowed');
    const form = formOf(arrival);
    switch (arrival.path) {
      case '/order/query/':
        return this.#orders(form);
      case '/transactions/query/':
        return this.#transactions(form);
      case '/campaign/query/':
        return this.#campaigns(form);
      default:
        return this.problem(404, 'Not found');
    }
  }

  reset(): void {
    this.account = new Account(this.#settings.timezone);
    this.allowed = undefined;
    Object.assign(this.trouble, { wrongTotals: 0, movedRows: 0 });
  }

  #orders(form: URLSearchParams): Answer {
    const rows = this.#chosenOrders(form);
    if (!Array.isArray(rows)) return rows;
    const show = (some: readonly StoredOrder[]) =>
      some.map((order) => showOrder(order, this.#settings.totalIs));
    return pageOf(rows, form, { noun: 'orders', trouble: this.trouble, show });
  }

  #chosenOrders(form: URLSearchParams): StoredOrder[] | Answer {
    const all = [...this.account.orders.values()];
    const wanted = form.get('orderId');
    if (wanted !== null) return all.filter(({ orderId }) => orderId === wanted);
    const days = daysOf(form);
    if ('status' in days) return days;
    const key = form.get('dateRangeType') === 'dateUpdated' ? 'updated' : 'created';
    const status = form.get('orderStatus');
    return all
      .filter((order) => isWithin(days, order[key]) && (status ?? order.status) === order.status)
      .toSorted((one, other) => (one[key] < other[key] ? -1 : one[key] > other[key] ? 1 : 0));
  }

  #transactions(form: URLSearchParams): Answer {
    const days = daysOf(form);
    if ('status' in days) return days;
    const [type, responseType] = [form.get('txnType'), form.get('responseType')];
    const isWanted = ({ created, ...one }: StoredTransaction): boolean =>
      isWithin(days, created) &&
      (type ?? one.type) === one.type &&
      (responseType === null || (responseType === 'SUCCESS') === one.isSuccess);
    const show = (some: readonly StoredTransaction[]) => some.map(showTransaction);
    const rows = this.account.transactions.filter(isWanted);
    return pageOf(rows, form, { noun: 'transactions', trouble: this.trouble, show });
  }

  /** An object by the id of the campaign, unlike the other lists. */
  #campaigns(form: URLSearchParams): Answer {
    const wanted = form.get('campaignId');
    const rows = [...this.account.campaigns.values()].filter(
      ({ campaignId }) => wanted === null || String(campaignId) === wanted,
    );
    const show = (some: typeof rows) =>
      Object.fromEntries(some.map((one) => [String(one.campaignId), showCampaign(one)]));
    return pageOf(rows, form, {
      noun: 'campaigns',
      trouble: this.trouble,
      show: (some) => show([...some]),
    });
  }
}
