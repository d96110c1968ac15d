import { addressHash, pushChanged } from 'sequenzy-commerce/backfill';
import { eraseFromRedis, openBullMqQueue } from 'sequenzy-relay/bullmq';
import { expect, it, onTestFinished } from 'vitest';
import { canStartRedis, privateRedis } from '../quota/redis.ts';

const email = 'ann@shop.example';
const orderOf = (orderId: string, address: string) => ({
  ...{ orderId, totalCents: 100, currency: 'EUR', customer: { email: address } },
});

it.skipIf(canStartRedis === undefined)(
  'erases a customer from Redis while relays use it, and relays send nothing of that person any more',
  async () => {
    const { url } = await privateRedis();
    const queue = await openBullMqQueue({ url });
    onTestFinished(() => queue.close());
    const { ledger } = queue;
    const event = { kind: 'order', platform: 'shopify', receivedAt: 1, facts: {} } as const;
    for (const address of [email, 'joann@shop.example']) {
      await queue.add({ ...event, order: orderOf(`queued ${address}`, address) });
      const order = { ...event, order: orderOf(`dead ${address}`, address) };
      await queue.bury({
        platform: 'shopify',
        receivedAt: 1,
        reason: 'no',
        content: { event: order },
      });
      const state = {
        ...{ email: addressHash(address, ledger.salt ?? ''), lines: 'l' },
        status: 'placed',
        ...{ totalCents: 100, currency: 'EUR', refundCents: 0 },
      } as const;
      await ledger.write([
        { key: `sent ${address}`, fingerprint: '0123456789abcdef', order: state },
      ]);
    }
    const found = { orders: 1, events: 1, letters: 1, busy: 0 };
    expect(await eraseFromRedis({ url, email, dryRun: true })).toEqual(found);
    expect(await eraseFromRedis({ url, email: ' Ann@shop.example' })).toEqual(found);
    expect(await eraseFromRedis({ url, email })).toEqual({
      ...found,
      orders: 0,
      events: 0,
      letters: 0,
    });
    expect(await queue.state()).toMatchObject({ waiting: 1, dead: 1 });
    const [known, other] = await ledger.read([`sent ${email}`, 'sent joann@shop.example']);
    expect([known, other]).toEqual([undefined, expect.objectContaining({})]);
    const client = { orders: { push: () => Promise.reject(new Error('nothing may be sent')) } };
    expect(await pushChanged(client, orderOf('new', email), { ledger })).toBe('erased');
  },
);
