export type {
  DeadLetter,
  EventFacts,
  LetterContent,
  NewLetter,
  OrderEvent,
  ReferenceEvent,
  RelayEvent,
  UnreadWebhook,
} from './queue/event.ts';
export type {
  Attempt,
  DeadLetters,
  Handlers,
  Inbox,
  Queue,
  QueueState,
  Verdict,
} from './queue/queue.ts';
export type { ReadingOptions } from './platforms/platform.ts';
export { createRelay, type Relay } from './relay/create-relay.ts';
export type { Figures } from './relay/figures.ts';
export type { News } from './relay/news.ts';
export { isPlatform, type PlatformSettings, type RelayOptions } from './relay/options.ts';
export type { FetchOrder } from './sending/send-event.ts';
export type { Delivery, Scheme } from './signatures/scheme.ts';
export { schemes, type PlatformName } from './signatures/schemes.ts';
