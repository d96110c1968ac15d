import { createHash } from 'node:crypto';
import type { Job } from '../job/job.ts';
import { secretOf } from '../config/reference.ts';
import type { NotifySettings } from '../config/notify-schema.ts';
import type { FeedMemory } from '../runs/feed-memory.ts';
import type { Address } from './address.ts';
import { conditionsOf, type Thresholds } from './conditions.ts';
import { isWanted, messageFor } from './message.ts';
import { send } from './receivers.ts';

export interface Telling {
  readonly receivers: readonly NotifySettings[];
  readonly thresholds: Thresholds;
  readonly job: Pick<Job, 'io' | 'secrets' | 'warn'>;
  /** Where relative paths of secrets begin. */
  readonly folder: string;
}

/**
 * Tells every receiver what has changed since it was told last, in one message. One that cannot be reached is told after
 * the next run.
 *
 * @returns what each has been told now.
 */
export async function tellOf(
  before: FeedMemory | undefined,
  after: FeedMemory,
  { receivers, thresholds, job, folder }: Telling,
): Promise<FeedMemory['told']> {
  const { io, secrets, warn } = job;
  const now = conditionsOf(before, after, thresholds, io.clock.now());
  const told: Record<string, readonly string[]> = {};
  for (const receiver of receivers) {
    const name = nameOf(receiver);
    const { on: topics } = receiver;
    const known = before?.told[name] ?? [];
    const message = messageFor(after, now, known, topics);
    try {
      if (message !== undefined) {
        const where = { env: io.env, folder, signal: io.interruption };
        await send(await addressOf(receiver, name, where, secrets), message, io.env);
      }
      told[name] = [...now.keys()].filter((condition) => isWanted(condition, topics));
    } catch (error) {
      told[name] = known;
      const reason = error instanceof Error ? error.message : String(error);
      warn(
        `notify: ${name} could not be told of ${after.name}: ${reason}. It is told after the next run.`,
      );
    }
  }
  return told;
}

/** By its kind and where its address is kept, which anybody may read: `slack env:SLACK_WEBHOOK`. */
function nameOf(receiver: NotifySettings): string {
  const { slack, webhook, email } = receiver;
  if (slack !== undefined) return `slack ${shown(slack)}`;
  return webhook === undefined ? `email ${shown(email ?? '')}` : `webhook ${shown(webhook)}`;
}

/** There may be secrets in a command. */
function shown(reference: string): string {
  return reference.startsWith('command:')
    ? `command #${createHash('sha256').update(reference).digest('hex').slice(0, 8)}`
    : reference;
}

async function addressOf(
  { slack, webhook, email, smtp, from }: NotifySettings,
  name: string,
  where: Parameters<typeof secretOf>[2],
  secrets: Job['secrets'],
): Promise<Address> {
  const read = async (reference: string): Promise<string> => {
    const secret = await secretOf(reference, name, where);
    secrets.hide(secret);
    return secret;
  };
  const url = slack ?? webhook;
  if (url !== undefined) {
    return { kind: slack === undefined ? 'webhook' : 'slack', url: await read(url) };
  }
  const to = await read(email ?? '');
  return {
    ...{ kind: 'email', to },
    smtp: await read(smtp ?? ''),
    from: from === undefined ? to : await read(from),
  };
}
