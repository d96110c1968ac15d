import { option, say, type OptionUse } from 'sequenzy-contract';
import { SourceError } from '../../../faults/source-error.ts';
import type { LiveReading, LiveSettings } from '../../../live/live-source.ts';
import { dayAt } from '../../../time/account-days.ts';
import { StickyIoClient } from './client.ts';
import { user } from './settings.ts';
import { bringUpToDate } from './walk.ts';

/** @throws {SourceError} The address cannot be used, or the zone or the currency is not given. */
export function openOrders(settings: LiveSettings): LiveReading {
  const { said, secrets, address, memory: openMemory } = settings;
  const client = new StickyIoClient(settings);
  const { timezone } = said;
  if (timezone === undefined) throw missing(option('timezone'), 'the zone of its times');
  if (said.currency === undefined) throw missing(option('currency'), 'the currency of its amounts');
  const dayOf = (moment: number) => dayAt(moment, timezone);
  const since = said.since && dayOf(said.since.getTime());
  dayOf(client.clock.now()); // a zone that does not exist is told before anything is asked
  return {
    format: 'stickyio',
    limiter: client.limiter,
    async *text(signal, onRead) {
      const memory = await openMemory(JSON.stringify(['orders', address, secrets[user.variable]]));
      const today = dayOf(client.clock.now());
      await bringUpToDate({ client, memory, today, since, signal, onRead });
      for await (const [, order] of memory.documents()) yield `${JSON.stringify(order)}\n`;
    },
  };
}

function missing(use: OptionUse, what: string): SourceError {
  const problem = say`sticky.io does not say ${what}`;
  return new SourceError(problem, {
    code: 'missing-option',
    nextStep: say`Give ${use}, as it stands in the settings of the account.`,
  });
}
