import type { FlagsOf, OptionTable } from './option.ts';
import type { GlobalFlags } from './global-options.ts';

/** What a rehearsal takes beside the options of the command that is rehearsed. */
export const rehearsalOptions = {
  start: {
    form: ['empty', 'api'],
    value: '<from>',
    description: 'the company before: nothing, or the products and sequences the API holds',
    default: 'empty',
    group: 'input',
  },
  state: {
    form: 'text',
    value: '<file>',
    description: 'begin with a sandbox that was kept in this file; it stays as it is',
    group: 'input',
    conflicts: ['start'],
  },
  faults: {
    form: 'text',
    value: '<file.json>',
    description: 'what goes wrong, and when',
    group: 'input',
  },
} as const satisfies OptionTable;

export type RehearsalFlags = FlagsOf<typeof rehearsalOptions> & GlobalFlags;
