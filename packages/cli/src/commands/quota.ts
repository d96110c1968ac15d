import { showQuota } from 'sequenzy-jobs';
import { define } from '../command/define.ts';
import { connectionOf } from '../options/global-options.ts';
import { completed } from '../documents/completed.ts';

export const quota = define({
  name: 'quota',
  summary: 'Show which processes on this machine share the quota of the key.',
  options: {},
  read: (flags) => connectionOf(flags),
  run: (options, surroundings) => showQuota(options, surroundings),
  async show(report, { context, data }) {
    const { printQuota } = await import('../terminal/quota-view.ts');
    if (data !== undefined) printQuota(report, data, context.io.clock.now());
  },
  document: (report) => ({ ...completed('quota'), ...report }),
  details: [
    'Processes that send with the same key to the same address take turns: checkouts and back-in-stock requests first, then live orders, then the catalog, then a backfill. Commands of this program do so always, programs with the SDK where they are given sharedRateLimit(). Sends nothing.',
  ],
  examples: ['quota', 'quota --json'],
  exitCodes: ['0 shown', '2 no key or a setting that cannot be used', '1 a bug'],
});
