import { option, say, type Words } from 'sequenzy-contract';
import type { LiveMemory, LiveReading, LiveSettings } from '../../../../live/live-source.ts';
import type { TotalIs } from '../../../../kinds/orders/source.ts';
import { dayAt } from '../../../../time/account-days.ts';
import { clientFor } from '../client-for.ts';
import { loginId, usualZone } from '../settings.ts';
import { keptOf, Refunds } from './refunds.ts';
import { TotalWatch } from './total.ts';
import { bringUpToDate } from './walk.ts';

/** @throws {SourceError} The address, the zone or an option cannot be used. */
export function openOrders(settings: LiveSettings): LiveReading {
  const client = clientFor(settings);
  const { said, secrets, memory: openMemory, address } = settings;
  const timezone = said.timezone ?? usualZone;
  const dayOf = (moment: number) => dayAt(moment, timezone);
  const since = said.since && dayOf(said.since.getTime());
  const warnings: Words[] = said.timezone === undefined ? [zoneTaken] : [];
  const today = () => dayOf(client.clock.now());
  today(); // a zone that does not exist is told before anything is asked
  return {
    format: 'checkoutchamp',
    timezone,
    limiter: client.limiter,
    warnings: () => warnings,
    async *text(signal, onRead) {
      const memory = await openMemory(
        JSON.stringify(['orders', address, secrets[loginId.variable]]),
      );
      await bringUpToDate({ client, memory, today: today(), since, signal, onRead });
      const refunds = new Refunds();
      for await (const one of keptOf(memory, 'transaction')) refunds.add(one);
      const totalIs = said.totalIs ?? (await measured(memory));
      for await (const order of keptOf(memory, 'order')) {
        yield `${JSON.stringify({ ...refunds.joined(order), totalIs })}\n`;
      }
    },
  };
}

const zoneTaken = say`Times are taken to be in ${usualZone}, the zone of new CheckoutChamp accounts. Give ${option('timezone')} where the account has another.`;

async function measured(memory: LiveMemory): Promise<TotalIs> {
  const watch = new TotalWatch();
  for await (const order of keptOf(memory, 'order')) watch.add(order);
  return watch.decided();
}
