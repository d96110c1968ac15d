import type { DeadLetter, NewLetter, RelayEvent } from './event.ts';

/** Where webhooks go before they are answered. Implement it on whatever is durable where your code runs. */
export interface Inbox {
  /** Resolves once the event cannot be lost any more; `duplicate` where this delivery is there already. */
  add(event: RelayEvent): Promise<'queued' | 'duplicate'>;
  /** Keeps, as durably, what cannot be sent as it is. */
  bury(letter: NewLetter): Promise<void>;
}

/** A queue that hands events out again, in order for each customer and each order. */
export interface Queue extends Inbox {
  readonly dead: DeadLetters;
  /** Begins to hand out events, until {@link close}. */
  work(handlers: Handlers): void;
  state(): Promise<QueueState>;
  /** Rejects where an event could not be kept now. */
  check(): Promise<void>;
  /** Takes nothing more, lets what is under way end, and lets go of what is held. */
  close(): Promise<void>;
}

export interface Handlers {
  deliver(event: RelayEvent, attempt: Attempt): Promise<Verdict>;
  /** Gets a letter that a person wants tried again. Once it resolves the letter is gone: it was added or buried anew. */
  readmit(letter: DeadLetter): Promise<void>;
  /** Told what goes wrong with the queue itself. */
  onTrouble(error: unknown): void;
}

export interface Attempt {
  /** From 1. */
  readonly number: number;
  /** Aborted when the queue is closed and does not wait any longer. */
  readonly signal: AbortSignal;
}

/** What became of an event. */
export type Verdict =
  | { readonly kind: 'done' }
  /** To be tried again; `everything`: what failed fails for all others too, so that they wait as well. */
  | { readonly kind: 'later'; readonly everything: boolean }
  | { readonly kind: 'dead'; readonly letter: NewLetter };

export interface QueueState {
  /** Events that are not sent yet. */
  readonly waiting: number;
  /** When the oldest of them came, in milliseconds since 1970; undefined where there is none. */
  readonly oldestAt: number | undefined;
  readonly dead: number;
}

/** What a person has to decide on. */
export interface DeadLetters {
  /** The oldest first. */
  list(): AsyncIterable<DeadLetter>;
  get(id: string): Promise<DeadLetter | undefined>;
  /** Has it tried again by the relay, also by one that is started later; false where there is no such letter. */
  retry(id: string): Promise<boolean>;
  /** Deletes it for good; false where there is no such letter. */
  drop(id: string): Promise<boolean>;
}
