import type { RateLimiterState } from 'sequenzy-commerce';

/** What holds the next request back. */
export interface Hold {
  readonly milliseconds: number;
  /** In a word or two. */
  readonly why: string;
}

/** A shorter wait is the ordinary pace. */
const worthSaying = 1100;

const words = {
  open: 'answer',
  second: 'limit',
  minute: 'limit',
  paused: 'server asks',
  priority: 'other requests',
} as const;

/** Undefined while that is the ordinary pace. */
export function holdOf({
  reason,
  milliseconds,
}: Pick<RateLimiterState, 'reason' | 'milliseconds'>): Hold | undefined {
  return milliseconds < worthSaying ? undefined : { milliseconds, why: words[reason] };
}
