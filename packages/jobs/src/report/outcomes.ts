/** `unknown`: it was sent and no clear answer came, so that it may have arrived. */
type EventStatus = 'accepted' | 'rejected' | 'unknown' | 'notAttempted';

/** What became of one event. */
export interface EventOutcome {
  /** From 1, in the input. */
  readonly position: number;
  readonly key: string;
  readonly status: EventStatus;
  /** What the API answered. */
  readonly reply?: unknown;
  /** Why the server refused it, or why it is unknown. */
  readonly reason?: string;
}
