import type { RequestClient } from 'sequenzy-commerce/automations';
import { readAutomations, startedBy } from '../automations/read-automations.ts';
import type { Automations, FiredEvents } from '../report/automations.ts';
import { ok, warning, type Check } from './check.ts';

/** Everything that orders and products can fire. */
const everything: FiredEvents = new Map(
  ['order_placed', 'order_cancelled', 'order_fulfilled', 'order_refunded', 'back_in_stock'].map(
    (name) => [`ecommerce.${name}`, 1],
  ),
);

const mostNamed = 10;

/** Which live automations orders and products would start. Two requests. */
export async function automationChecks(
  client: RequestClient,
  signal: AbortSignal,
): Promise<Check[]> {
  const found = startedBy(everything, await readAutomations(client, signal));
  const refused = found.unread.map(({ list, reason, isRefused }) =>
    warning(
      list,
      `${isRefused ? 'the key may not read them' : 'they could not be read'}: ${reason}`,
      'Without them nobody can say which mail orders and products start.',
    ),
  );
  return [...refused, ...startingChecks(found)];
}

function startingChecks({ starting, unjudged, unread }: Automations): Check[] {
  const checks: Check[] = [];
  if (starting.length > 0) {
    const names = starting.map(({ name, events }) => `${name} (${events.join(', ')})`);
    const advice = 'Orders and restocks that are sent start them. A dry run says how often.';
    checks.push(warning('automations', `live on orders or restocks: ${listed(names)}`, advice));
  } else if (unread.length === 0) {
    checks.push(ok('automations', 'no live one starts on orders or restocks'));
  }
  if (unjudged.length > 0) {
    const advice = 'Look in Sequenzy at what starts them.';
    const message = `live, and the API does not say what starts them: ${listed(unjudged)}`;
    checks.push(warning('automations', message, advice));
  }
  return checks;
}

function listed(names: readonly string[]): string {
  const more = names.length - mostNamed;
  const shown = names.slice(0, mostNamed).join(', ');
  return more > 0 ? `${shown} and ${String(more)} more` : shown;
}
