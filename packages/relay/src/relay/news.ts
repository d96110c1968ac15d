import type { PlatformName } from '../signatures/schemes.ts';
import type { Sent } from '../sending/send-event.ts';

/** What happens in a relay. Nothing in it is about a person, and nothing is secret. */
export type News =
  | {
      readonly type: 'queued' | 'duplicate';
      readonly platform: PlatformName;
      readonly orderId: string;
    }
  | {
      readonly type: 'nothing' | 'unread';
      readonly platform: PlatformName;
      readonly reason: string;
    }
  | { readonly type: 'refused'; readonly status: number; readonly reason: string }
  | {
      readonly type: 'event';
      readonly outcome: Sent['outcome'];
      readonly platform: PlatformName;
      readonly orderId: string;
      /** Milliseconds since it came. */
      readonly age: number;
      readonly reason?: string;
    }
  | { readonly type: 'trouble'; readonly reason: string };
