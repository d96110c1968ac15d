import { amount } from './amount.ts';

/** Money that moved: a sale, or a part of it that went back. */
export interface StoredTransaction {
  readonly id: number;
  readonly orderId: string;
  readonly actualOrderId: number;
  readonly type: 'SALE' | 'REFUND';
  readonly isSuccess: boolean;
  readonly cents: number;
  /** Account time. */
  readonly created: string;
  /** A chargeback restates the row of the sale, however old it is. */
  chargeback?: { readonly cents: number; readonly date: string };
}

/**
 * A transaction as `/transactions/query/` answers it.
 *
 * Source: parameters and members of public clients; no captured answer was found, so the spelling is theirs.
 */
export function showTransaction(one: StoredTransaction): object {
  const { chargeback } = one;
  return {
    transactionId: one.id,
    orderId: one.orderId,
    actualOrderId: one.actualOrderId,
    txnType: one.type,
    responseType: one.isSuccess ? 'SUCCESS' : 'HARD_DECLINE',
    totalAmount: amount(one.cents),
    currencySymbol: '$',
    dateCreated: one.created,
    refundReason: one.type === 'REFUND' ? 'RDR' : null,
    isChargedback: chargeback === undefined ? 0 : 1,
    chargebackAmount: chargeback === undefined ? null : amount(chargeback.cents),
    chargebackDate: chargeback?.date ?? null,
    chargebackReasonCode: chargeback === undefined ? null : '10.4',
    cardLast4: '1111',
    achAccountNumber: '000123456789',
    achRoutingNumber: '021000021',
  };
}
