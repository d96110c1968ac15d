import type { LiveMemory } from '../../../../live/live-source.ts';
import { isRecord } from 'sequenzy-contract';
import type { Row } from '../client.ts';

/** Refunds and chargebacks by the order they belong to, under whichever of its ids they name. */
export class Refunds {
  readonly #byOrder = new Map<string, Row[]>();

  add(transaction: Row): void {
    for (const id of idsOf(transaction)) {
      const known = this.#byOrder.get(id) ?? [];
      known.push(transaction);
      this.#byOrder.set(id, known);
    }
  }

  /** The order with its `transactions`. */
  joined(order: Row): Row {
    const all = idsOf(order).flatMap((id) => this.#byOrder.get(id) ?? []);
    return { ...order, transactions: [...new Set(all)] };
  }
}

function idsOf(row: Row): string[] {
  const ids = ['orderId', 'clientOrderId', 'actualOrderId'].map((name) => row[name]);
  const texts = ids.filter((id) => typeof id === 'string' || typeof id === 'number').map(String);
  return [...new Set(texts)].filter((id) => id !== '');
}

/** What the memory holds of one kind. */
export async function* keptOf(
  memory: LiveMemory,
  kind: 'order' | 'transaction',
): AsyncGenerator<Row> {
  for await (const [id, document] of memory.documents()) {
    if (id.startsWith(`${kind} `) && isRecord(document)) yield document;
  }
}
