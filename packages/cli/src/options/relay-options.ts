import { orderReading } from 'sequenzy-jobs/input/reading-options.ts';
import type { RelayRun } from '../relay/run-relay.ts';
import { connectionOf, type GlobalFlags } from './global-options.ts';
import type { FlagsOf, OptionTable } from './option.ts';
import { port } from './option-values.ts';
import { rateOption } from './run-options.ts';

/** Where a relay keeps what has come. */
export const queueOptions = {
  queue: {
    form: ['embedded', 'redis'],
    value: '<kind>',
    description: 'where webhooks are kept: on this machine, or in Redis with BullMQ',
    default: 'embedded',
    group: 'input',
    isRare: true,
  },
  redisUrlFile: {
    form: 'text',
    value: '<path>',
    description: 'file with the address of Redis',
    default: '$REDIS_URL',
    group: 'input',
    isRare: true,
  },
} as const satisfies OptionTable;

/** Where the relays beside a command remember what they have sent. */
export const besideOptions = {
  relay: {
    form: ['embedded', 'redis'],
    value: '<kind>',
    description: 'where the relay beside it keeps what it has sent: see relay --queue',
    default: 'embedded',
    group: 'input',
    isRare: true,
  },
  redisUrlFile: queueOptions.redisUrlFile,
} as const satisfies OptionTable;

export const relayOptions = {
  platform: {
    form: 'texts',
    value: '<name>',
    description: 'platform that sends the webhooks; may be repeated',
    group: 'input',
  },
  secretFile: {
    form: 'texts',
    value: '<[platform=]path>',
    description: 'file with the secret of the webhooks; may be repeated',
    group: 'input',
  },
  port: {
    form: port,
    value: '<n>',
    description: 'port to listen on; 0 takes a free one',
    initial: 8080,
    group: 'input',
  },
  host: {
    form: 'text',
    value: '<address>',
    description: 'address to listen on',
    default: 'all of this machine',
    group: 'input',
    isRare: true,
  },
  ...queueOptions,
  timezone: {
    form: 'text',
    value: '<zone>',
    description: 'zone of times without an offset, such as America/New_York',
    group: 'input',
  },
  currency: {
    form: 'currency',
    value: '<code>',
    description: 'currency of amounts without one',
    group: 'input',
    isRare: true,
  },
  dateFormat: {
    form: ['DMY', 'MDY', 'YMD'],
    value: '<order>',
    description: 'order of day, month and year',
    group: 'input',
    isRare: true,
  },
  decimal: {
    form: ['.', ','],
    value: '<mark>',
    description: 'decimal separator in prices',
    group: 'input',
    isRare: true,
  },
  totalIs: orderReading.totalIs,
  field: {
    form: 'texts',
    value: '<theirs=ours>',
    description: 'what a parameter of a postback stands for; may be repeated',
    group: 'input',
    isRare: true,
  },
  fetchOrder: {
    form: 'text',
    value: '<module>',
    description: 'JavaScript module that fetches an order, for webhooks that only name one',
    group: 'input',
    isRare: true,
  },
  includePending: {
    form: 'switch',
    description: 'also send orders that are not paid yet',
    group: 'sent',
    isRare: true,
  },
  includeTests: {
    form: 'switch',
    description: 'also send test orders',
    group: 'sent',
    isRare: true,
  },
  rate: { ...rateOption, default: '100, shared with other commands' },
} as const satisfies OptionTable;

export type RelayFlags = FlagsOf<typeof relayOptions> & GlobalFlags;

/** Flags -> what a relay is started with. */
export function relayRunOf(flags: RelayFlags): Omit<RelayRun, 'stateDir' | 'onListening'> {
  const { platform = [], secretFile = [], field = [], fetchOrder, host } = flags;
  const { timezone, currency, dateFormat, decimal, totalIs } = flags;
  const { includePending, includeTests } = flags;
  return {
    ...{ platform, secretFile, field, fetchOrder, host, port: flags.port },
    ...{ queue: flags.queue ?? 'embedded', redisUrlFile: flags.redisUrlFile },
    connection: connectionOf(flags, flags.rate),
    isQuiet: flags.quiet === true,
    mapping: {
      ...(timezone !== undefined && { timezone }),
      ...(currency !== undefined && { currency }),
      ...(dateFormat !== undefined && { dateFormat }),
      ...(decimal !== undefined && { decimal }),
      ...(totalIs !== undefined && { totalIs }),
      ...(includePending && { includePending }),
      ...(includeTests && { includeTests }),
    },
  };
}
