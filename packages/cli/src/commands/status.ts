import { feedStatus } from 'sequenzy-jobs';
import { define } from '../command/define.ts';
import { configOption, feedsArgument } from '../options/feeds-options.ts';
import { span } from '../options/option-values.ts';

export const status = define({
  name: 'status',
  summary: 'Report which feeds of the config are late or failing, for monitors.',
  argument: feedsArgument,
  options: {
    config: configOption,
    maxAge: {
      form: span,
      value: '<time>',
      description: 'how old the last success may be, such as 26h or 3d',
      default: 'any age',
      group: 'safety',
    },
    prometheus: {
      form: 'text',
      value: '<file>',
      description: 'write metrics for the textfile collector of node_exporter',
      group: 'output',
    },
  },
  read: ({ config, maxAge, prometheus, stateDir }, names) => ({
    ...{ config, maxAge, prometheus, stateDir, names },
  }),
  run: feedStatus,
  async show({ feeds }, { data, verbosity, context, isTerminal }) {
    const { printStatus } = await import('../terminal/status-view.ts');
    const shown = verbosity.quiet
      ? feeds.filter(({ state }) => state !== 'ok' && state !== 'running')
      : feeds;
    if (data === undefined) return;
    printStatus(shown, data, { isTerminal, now: context.io.clock.now() });
    if (feeds.length === 0)
      context.err.sentence('No feed has run yet, and there is no config here.');
  },
  document: ({ feeds, exitCode }) => ({
    ...{ command: 'status', status: 'completed', exitCode, feeds },
  }),
  details: [
    'A feed is ok, running, late (its last success is older than --max-age), failing (its last run has failed) or was never run. Runs of sequenzy-cli run are looked at, by what the state folder remembers; nothing is sent.',
  ],
  examples: [
    'status',
    'status --max-age 26h --quiet',
    'status --prometheus /var/lib/node_exporter/sequenzy.prom',
  ],
  exitCodes: [
    '0 all feeds are well',
    '1 a feed is late or failing or has never run',
    '2 the config cannot be used',
  ],
});
