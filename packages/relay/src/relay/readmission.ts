import { stepFor } from '../incoming/accept.ts';
import { parseWebhook, readWebhook } from '../incoming/read-webhook.ts';
import { platforms } from '../platforms/registry.ts';
import type { DeadLetter } from '../queue/event.ts';
import type { Inbox } from '../queue/queue.ts';
import type { Settings } from './options.ts';

/** Takes dead letters in again: a webhook that could not be read is read anew, by the options and the release of now. */
export class Readmission {
  readonly #settings: Settings;
  readonly #queue: Inbox;

  constructor(settings: Settings, queue: Inbox) {
    this.#settings = settings;
    this.#queue = queue;
  }

  /** Once it resolves the letter is no longer needed. */
  async readmit({
    content,
    platform: name,
    receivedAt,
    orderId,
    reason,
  }: DeadLetter): Promise<void> {
    const known = orderId === undefined ? {} : { orderId };
    if ('event' in content) {
      // The delivery is known; it is the person's wish that it counts again.
      const event = { ...content.event };
      Reflect.deleteProperty(event, 'deliveryId');
      await this.#queue.add(event);
      return;
    }
    const settings = this.#settings.get(name);
    if (settings === undefined) {
      await this.#queue.bury({ platform: name, receivedAt, reason, content, ...known });
      return;
    }
    const { webhook } = content;
    const parsed = parseWebhook(webhook, settings);
    const reading =
      'fault' in parsed
        ? ({ kind: 'unreadable', reason: parsed.fault } as const)
        : readWebhook(platforms[name], parsed.payload, settings);
    const step = stepFor(reading, { name, receivedAt, webhook });
    if (step.kind === 'add') await this.#queue.add(step.event);
    else if (step.kind === 'bury') await this.#queue.bury(step.letter);
  }
}
