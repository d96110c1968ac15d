import type { OptionTable } from './option.ts';
import { maxDelete, rate, wholeNumber } from './option-values.ts';

/** Options of several commands that send. */
const dryRun = {
  form: 'switch',
  description: 'read, check and plan, but send nothing',
  group: 'safety',
} as const;

export const yes = {
  form: 'switch',
  description: 'answer every question with yes',
  group: 'safety',
} as const;

export const rejects = {
  form: 'text',
  value: '<file>',
  description: 'where rejected records go',
  group: 'output',
} as const;

export const rateOption = {
  form: rate,
  value: '<n|off>',
  description: 'requests a minute',
  default: '100',
  group: 'pace',
} as const;

const concurrency = {
  form: wholeNumber(1),
  value: '<n>',
  description: 'requests in flight at once',
  default: '4',
  group: 'pace',
  isRare: true,
} as const;

export const maxRestocks = {
  form: wholeNumber(0),
  value: '<n>',
  description: 'stop when more than this come back in stock',
  group: 'safety',
} as const;

export const minProducts = {
  form: wholeNumber(0),
  value: '<n>',
  description: 'stop when the input has fewer products',
  group: 'safety',
  isRare: true,
} as const;

const expectState = {
  form: 'switch',
  description: 'exit with 2 if no earlier run is remembered',
  group: 'safety',
  isRare: true,
} as const;

export const feed = {
  form: 'text',
  value: '<name>',
  description: 'feed of these files',
  default: 'one for all files',
  group: 'sent',
} as const;

export const fix = {
  form: 'text',
  value: '<out.csv>',
  description: 'write a copy with every certain repair',
  group: 'output',
} as const;

export const undo = {
  form: 'off',
  description: 'do not save stored values first, which catalog undo needs',
  group: 'safety',
  isRare: true,
} as const;

export const isolationBudget = {
  form: wholeNumber(0),
  value: '<n>',
  description: 'requests to spend on finding bad records in refused batches',
  default: '100',
  group: 'pace',
  isRare: true,
} as const;

/** Of a job that sends from files. */
export const sending = {
  dryRun,
  rate: rateOption,
  concurrency,
  rejects,
  yes,
  expectState,
} as const satisfies OptionTable;

/** What only a whole catalog can be asked for. */
export const pruning = {
  prune: {
    form: 'switch',
    description: 'delete what is gone from this feed; asks first',
    group: 'sent',
  },
  maxDelete: {
    form: maxDelete,
    value: '<n|n%>',
    description: 'how many products of a feed --prune may delete',
    default: '10%',
    group: 'safety',
  },
} as const satisfies OptionTable;
