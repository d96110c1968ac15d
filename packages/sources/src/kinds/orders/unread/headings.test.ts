import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headingWords, meaningOf, type Meaning } from './headings.ts';

const headings: readonly [Meaning | undefined, string][] = [
  [
    'status',
    'order_state, paymentStatus, Order Status, orderstatus, STATUS, statusCode, payment.state',
  ],
  [
    'status',
    'Bestellstatus, Zahlungsstatus, Statut de la commande, estado del pedido, Stato ordine',
  ],
  ['status', 'Situação, betaalstatus, Status zamówienia, stan zamówienia, refund_status'],
  ['state', 'state, shipping_state, billingState, Estado, État, Stato, Stan'],
  [
    'mark',
    'cancelled_at, CanceledAt, isVoided, decline_reason, Storniert, Stornodatum, annulé, Anulowane',
  ],
  ['mark', 'chargeback, failed, geannuleerd, Cancelado'],
  ['paid', 'paid, is_paid, Bezahlt, payé, Pagado, betaald'],
  [
    'refund',
    'refunded_amount, isRefunded, totalrefunds, Rückerstattung, Erstattungsbetrag, Remboursé',
  ],
  ['refund', 'Reembolso, Rimborsato, terugbetaling, Zwrot, refunds.amount, returned'],
  ['test', 'is_test, test, isTest, testMode, Testbestellung, Prueba, sandbox'],
  [
    'currency',
    'Währung, Waehrung, currency, orderCurrency, currency_code, Devise, Moneda, Valuta, Waluta',
  ],
  [
    'status',
    'Stav objednávky, Sipariş Durumu, Статус заказа, 注文ステータス, 订单状态, Tila, Order Outcome',
  ],
  ['status', '注文状態, 訂單狀態, 주문상태, Κατάσταση, حالة, Trạng thái, Payment Status Result'],
  [
    'kind',
    'Type, Order type, Transaction kind, Payment result, Result, Fulfilment, Delivery, Lifecycle',
  ],
  ['paid', 'Live mode, livemode, Captured, is_approved, payment_success'],
  ['refund', 'Credit note, credited_amount, 환불'],
  ['mark', 'Zrušeno, Makulerad, Отменён, キャンセル, İptal'],
  ['paid', 'Payment, Zahlung, Оплачен'],
  ['refund', 'Återbetalat, Возврат, 返金, Returns, İade tutarı, Vráceno'],
  ['currency', 'Ccy, Valuutta, Měna, Para birimi, Валюта, 通貨'],
  [
    undefined,
    'order_status_url, returnUrl, refund link, exchange_rate_currency, Währungskurs, paid_at, amount_paid, date paid, latest, statement',
  ],
  [
    undefined,
    'product type, customer_type, delivery country, order, orders, title, estate, testimonial, contest, attest, statistics, country, note, payment_method',
  ],
];

describe('what a heading means', () => {
  it.each(
    headings.flatMap(([meaning, list]) => list.split(', ').map((one) => [one, meaning] as const)),
  )('%s: %s', (heading, meaning) => {
    expect(meaningOf(heading)).toBe(meaning);
  });

  it('is told by words that the documentation lists', async () => {
    const docs = await readFile(
      join(import.meta.dirname, '../../../../../../docs/orders.md'),
      'utf8',
    );
    const words = Object.values(headingWords).flatMap((list) => list.split(' '));
    expect(words.filter((word) => !docs.includes(`\`${word}\``))).toEqual([]);
  });
});
