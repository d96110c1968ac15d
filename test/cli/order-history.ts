import { writeFile } from 'node:fs/promises';
import type { Sandbox } from 'sequenzy-sandbox';

export const header = 'orderId,email,total,currency,orderedAt,status,refundAmount,firstName';
/** Ada: two orders, 25.00 left of them. Bo: one that counts, 2.50. */
export const history = [
  '1,ada@example.com,10.00,USD,2026-01-01T10:00Z,placed,,Ada',
  '2,Ada@Example.com,20.00,USD,2026-01-03T10:00Z,refunded,5.00,Adelaide',
  '3,bo@example.com,7.50,USD,2026-01-02T10:00Z,cancelled,,Bo',
  '4,bo@example.com,2.50,USD,2026-01-02T11:00Z,fulfilled,,Bo',
];

/** Writes a table. */
export function write(path: string, rows: readonly string[], first = header): Promise<void> {
  return writeFile(path, [first, ...rows, ''].join('\n'));
}

/** Orders that were sent. */
export function pushes({ requests }: Sandbox): number {
  return requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/orders'))
    .length;
}

/** `[ordersCount, ltv]` */
export function valuesOf(sandbox: Sandbox, email: string): unknown[] {
  const { ordersCount, ltv } = sandbox.subscribers.get(email)?.customAttributes ?? {};
  return [ordersCount, ltv];
}
