import type { StoredProduct } from 'sequenzy-commerce';
import type { Sequence } from 'sequenzy-commerce/automations';
import { isRecord } from 'sequenzy-contract';
import { readAutomations } from '../automations/read-automations.ts';
import { isLive, triggerOf } from '../automations/trigger.ts';
import { connect, type ConnectionOptions } from '../connect/connection.ts';
import type { Surroundings } from '../job/surroundings.ts';
import { withJob } from '../job/with-job.ts';
import type { Unread } from '../report/automations.ts';

/** What a company has that the API lists. Subscribers, orders and waiting lists cannot be listed. */
export interface ReadCompany {
  readonly products: readonly StoredProduct[];
  readonly sequences: readonly ReadSequence[];
  /** Lists that could not be read, and why. */
  readonly unread: readonly Unread[];
}

/** An automation, as far as its record tells what starts it. */
export interface ReadSequence {
  readonly name: string;
  readonly isLive: boolean;
  /** Its spelling is not documented: `eventName` is added where the record names an event anywhere. */
  readonly trigger: { readonly type: string; readonly eventName?: string };
}

/**
 * Reads the products and the sequences of a company. Sends only GET requests.
 *
 * @example
 *   const { products, sequences } = await readCompany({ connection: { apiKeyFile: 'key.txt' } });
 */
export function readCompany(
  { connection = {} }: { readonly connection?: ConnectionOptions | undefined } = {},
  surroundings: Surroundings = {},
): Promise<ReadCompany> {
  return withJob(undefined, surroundings, async (job) => {
    const { signal } = job;
    const { client } = await connect(connection, job);
    const products: StoredProduct[] = [];
    for await (const product of client.products.list({ signal })) products.push(product);
    const { sequences, unread } = await readAutomations(client, signal);
    return {
      products,
      sequences: sequences.map(sequenceOf),
      unread: unread.filter(({ list }) => list === 'sequences'),
    };
  });
}

function sequenceOf(sequence: Sequence): ReadSequence {
  const { id, name, triggerConfig } = sequence;
  const { kind = 'event_received', events } = triggerOf(sequence);
  const [eventName] = events;
  const written = isRecord(triggerConfig) ? triggerConfig : {};
  return {
    name: name ?? id,
    isLive: isLive(sequence),
    trigger: { ...written, type: kind, ...(eventName !== undefined && { eventName }) },
  };
}
