import type { SandboxOptions } from 'sequenzy-sandbox';

/** An API that fails, is slow and limited at random. */
export const trouble: NonNullable<SandboxOptions['faults']> = [
  { probability: 0.02, do: { kind: 'rate-limited', retryAfter: 'milliseconds', waitMs: 60 } },
  { probability: 0.03, do: { kind: 'server-error', status: 503 } },
  { probability: 0.02, do: { kind: 'server-error', status: 500, when: 'after-work' } },
  { probability: 0.02, do: { kind: 'reset', when: 'after-work' } },
  { probability: 0.05, do: { kind: 'slow', ms: 60 } },
];
