import type { CommonFault } from '../../faults/fault.ts';
import { mountsOf, type ApiSandbox } from '../../service/api-sandbox.ts';
import { Service } from '../../service/service.ts';
import type { CheckoutChampCampaign } from './account/campaign.ts';
import type { CheckoutChampSeed } from './account/order.ts';
import { CheckoutChampApi } from './checkoutchamp-api.ts';
import { checkoutchampSettingsOf, type CheckoutChampOptions, type Trouble } from './options.ts';

/** Orders, transactions and campaigns of one CheckoutChamp account in memory. */
export interface CheckoutChampSandbox extends ApiSandbox<CommonFault> {
  /** Puts orders into the account; one whose id is there already is replaced. Each sale has its transaction. */
  seedOrders(orders: Iterable<CheckoutChampSeed>): void;
  seedCampaigns(campaigns: Iterable<CheckoutChampCampaign>): void;
  /** Money goes back at a time (ISO 8601). An order that has nothing left becomes REFUNDED. Throws a `RangeError` for an unknown order. */
  refund(orderId: string, cents: number, at: string): void;
  /** The bank takes money back. The row of the sale is restated, however old it is; the order does not change. */
  chargeback(orderId: string, cents: number, at: string): void;
  /** How many further answers are wrong: set its members while it runs. */
  readonly trouble: Trouble;
  /** Lets in these addresses only; undefined lets in everybody. */
  allow(addresses: readonly string[] | undefined): void;
}

/**
 * Creates a sandbox of CheckoutChamp's API (Konnektive), as far as orders, transactions and campaigns are read. Failures
 * come with status 200, nothing found is an error, days are those of the account, and pages go by number.
 *
 * @throws RangeError for a zone, limit, latency or fault that makes no sense.
 *
 * @example
 * const account = createCheckoutChampSandbox();
 * account.seedOrders([
 *   {
 *     orderId: 'A1B2C3D4E5',
 *     actualOrderId: 1001,
 *     at: '2026-02-01T15:00:00Z',
 *     customerId: 7,
 *     email: 'ann@shop.example',
 *     items: [{ productId: 11, name: 'Serum', cents: 1995 }],
 *     shippingCents: 495,
 *   },
 * ]);
 */
export function createCheckoutChampSandbox(
  options: CheckoutChampOptions = {},
): CheckoutChampSandbox {
  const settings = checkoutchampSettingsOf(options);
  const { timezone = 'America/New_York', totalIs = 'totalAmount' } = options;
  const api = new CheckoutChampApi({
    timezone,
    totalIs,
    address: options.address ?? '203.0.113.7',
  });
  const service = new Service(api, settings);
  return {
    ...mountsOf(service, api),
    get requests() {
      return [...service.log.all];
    },
    trouble: api.trouble,
    seedOrders(orders) {
      for (const order of orders) api.account.put(order);
    },
    seedCampaigns(campaigns) {
      for (const one of campaigns) api.account.campaigns.set(one.campaignId, one);
    },
    refund(orderId, cents, at) {
      api.account.refund(orderId, cents, at);
    },
    chargeback(orderId, cents, at) {
      api.account.chargeback(orderId, cents, at);
    },
    allow(addresses) {
      api.allowed = addresses;
    },
  };
}
