import type { OptionTable } from './option.ts';
import { span } from './option-values.ts';

export const resumeAfter = {
  form: span,
  value: '<time>',
  description: 'how long after the last order enrolment resumes',
  default: '60s',
  group: 'safety',
  isRare: true,
} as const;

/** Pausing automations for the length of a backfill. */
export const holdOptions = {
  holdAutomations: {
    form: 'switch',
    description: 'pause sequences that the orders would start',
    group: 'safety',
  },
  maxHold: {
    form: span,
    value: '<time>',
    description: 'stop and resume enrolment after this long',
    default: '12h',
    group: 'safety',
    isRare: true,
  },
  resumeAfter,
} as const satisfies OptionTable;
