import type { Reading } from '../platforms/platform.ts';
import type { PlatformName } from '../signatures/schemes.ts';
import type { NewLetter, RelayEvent, UnreadWebhook } from '../queue/event.ts';
import { withoutValues } from './read-webhook.ts';

/** What a relay has to do about a webhook that was believed. */
export type Step =
  | { readonly kind: 'add'; readonly event: RelayEvent }
  | { readonly kind: 'bury'; readonly letter: NewLetter }
  | { readonly kind: 'nothing'; readonly reason: string };

interface Arrived {
  readonly name: PlatformName;
  readonly receivedAt: number;
  readonly webhook: UnreadWebhook;
  readonly deliveryId?: string | undefined;
}

export function stepFor(reading: Reading, arrived: Arrived): Step {
  const { name: platform, receivedAt, webhook, deliveryId } = arrived;
  const arrival = { platform, receivedAt, ...(deliveryId !== undefined && { deliveryId }) };
  switch (reading.kind) {
    case 'order':
      return { kind: 'add', event: { ...reading, ...arrival } };
    case 'reference':
      return { kind: 'add', event: { ...reading, ...arrival } };
    case 'nothing':
      return reading;
    case 'unreadable': {
      const reason = withoutValues(reading.reason);
      return { kind: 'bury', letter: { platform, receivedAt, reason, content: { webhook } } };
    }
  }
}
