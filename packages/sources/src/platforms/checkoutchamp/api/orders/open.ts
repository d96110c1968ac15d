import { option, say, type Words } from 'sequenzy-contract';
import { SourceError } from '../../../../faults/source-error.ts';
import type { LiveReading, LiveSettings } from '../../../../live/live-source.ts';
import { dayAt } from '../../../../time/account-days.ts';
import { clientFor } from '../client-for.ts';
import { loginId, totalIsOption, usualZone, type TotalIs } from '../settings.ts';
import { keptOf, Refunds } from './refunds.ts';
import { isTotal, TotalWatch, withTotal } from './total.ts';
import { bringUpToDate } from './walk.ts';

/** @throws {SourceError} The address, the zone or an option cannot be used. */
export function openOrders(settings: LiveSettings): LiveReading {
  const client = clientFor(settings);
  const { said, secrets, memory: openMemory, address } = settings;
  const timezone = said.timezone ?? usualZone;
  const dayOf = (moment: number) => dayAt(moment, timezone);
  const since = said.since && dayOf(said.since.getTime());
  const totalIs = totalIsIn(settings);
  const warnings: Words[] = said.timezone === undefined ? [zoneTaken] : [];
  const today = () => dayOf(client.clock.now());
  today(); // a zone that does not exist is told before anything is asked
  return {
    format: 'checkoutchamp',
    timezone,
    limiter: client.limiter,
    warnings: () => warnings,
    async *text(signal, onRead) {
      const of = JSON.stringify(['orders', address, secrets[loginId.variable], since]);
      const memory = await openMemory(of);
      await bringUpToDate({ client, memory, today: today(), since, signal, onRead });
      const refunds = new Refunds();
      for await (const one of keptOf(memory, 'transaction')) refunds.add(one);
      const watch = new TotalWatch();
      if (totalIs === undefined) for await (const one of keptOf(memory, 'order')) watch.add(one);
      const total = totalIs ?? watch.decided();
      for await (const order of keptOf(memory, 'order')) {
        yield `${JSON.stringify(refunds.joined(withTotal(order, total)))}\n`;
      }
    },
  };
}

const zoneTaken = say`Times are taken to be in ${usualZone}, the zone of new CheckoutChamp accounts. Give ${option('timezone')} where the account has another.`;

function totalIsIn({ options }: LiveSettings): TotalIs | undefined {
  const { name, nextStep } = totalIsOption;
  const text = options[name]?.text;
  if (text === undefined || isTotal(text)) return text;
  const problem = say`${option('totalIs')}: ${JSON.stringify(text)} is not a sum`;
  throw new SourceError(problem, { code: 'bad-option', nextStep });
}
