import { isRecord } from 'sequenzy-contract';
import type { SequenzyCommerce } from 'sequenzy-commerce';
import { listSequences, listSyncRules } from 'sequenzy-commerce/automations';
import { triggerOf } from '../../automations/trigger.ts';
import { holdsIf, orUnknown, unknownOf, type Finding } from './finding.ts';

const eventName = 'ecommerce.order_placed';

/** Settles what can be settled by reading alone. */
export async function readTest(client: SequenzyCommerce, signal: AbortSignal): Promise<Finding[]> {
  const read = async (path: string, query: Record<string, string>): Promise<string> => {
    const call = { method: 'GET', path, query, replayable: true, signal } as const;
    return JSON.stringify((await client.request(call)).json ?? null);
  };
  const cents = 'amounts that end in Cents are whole minor units';
  const carried = 'an order event carries orderId, currency and lineItems';
  const spelled = 'the triggers of sequences can be read';
  const rules = 'sync rules are a list';
  return [
    await orUnknown(
      cents,
      async () => amounts(cents, await read('/events/schemas', { eventName, provider: 'api' })),
      signal,
    ),
    await orUnknown(
      carried,
      async () => members(carried, await read('/events/sample', { eventName })),
      signal,
    ),
    await orUnknown(
      spelled,
      async () => triggers(spelled, await listSequences(client, { signal })),
      signal,
    ),
    await orUnknown(
      rules,
      async () => {
        const found = await listSyncRules(client, { signal });
        return holdsIf(true, rules, `${String(found.length)}; members: ${membersOf(found)}`);
      },
      signal,
    ),
  ];
}

function amounts(assumption: string, schema: string): Finding {
  const [, value] = /"totalCents":\s*(-?[\d.]+)/.exec(schema) ?? [];
  if (value === undefined) return unknownOf(assumption, 'the schema shows no totalCents');
  return holdsIf(/^\d+$/.test(value), assumption, `the sample has totalCents ${value}`);
}

function members(assumption: string, sample: string): Finding {
  const wanted = ['orderId', 'currency', 'lineItems'];
  const missing = wanted.filter((name) => !sample.includes(`"${name}":`));
  const found = missing.length === 0 ? 'all three' : `not there: ${missing.join(', ')}`;
  return holdsIf(missing.length === 0, assumption, found);
}

function triggers(
  assumption: string,
  sequences: Awaited<ReturnType<typeof listSequences>>,
): Finding {
  if (sequences.length === 0) return unknownOf(assumption, 'there are no sequences');
  const read = sequences.filter((one) => triggerOf(one).kind !== undefined);
  const configs = sequences.map(({ triggerConfig }) => triggerConfig);
  const share = `${String(read.length)} of ${String(sequences.length)}`;
  const found = `${share}; members of triggerConfig: ${membersOf(configs)}`;
  return holdsIf(read.length === sequences.length, assumption, found);
}

/** Names alone: values may be somebody's. */
function membersOf(records: readonly unknown[]): string {
  const names = new Set(records.filter(isRecord).flatMap((one) => Object.keys(one)));
  return names.size === 0 ? 'none' : [...names].join(', ');
}
