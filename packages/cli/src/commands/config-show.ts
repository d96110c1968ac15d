import { showConfig } from 'sequenzy-jobs';
import { define } from '../command/define.ts';
import { feedsArgument, feedsOptions, feedsOptionsOf } from '../options/feeds-options.ts';
import { completed } from '../documents/completed.ts';

export const configShow = define({
  name: 'config show',
  summary: 'Print the settings of each feed in the config, and where each value comes from.',
  argument: feedsArgument,
  options: feedsOptions,
  read: (flags, words) => feedsOptionsOf(words, flags),
  run: showConfig,
  async show(shown, { data }) {
    const { printConfig } = await import('../terminal/config-view.ts');
    if (data !== undefined) printConfig(shown, data);
  },
  document: (shown) => ({ ...completed('config show'), ...shown }),
  details: [
    'Takes the options of run, which win over the config: they are shown as run would take them. No secret is read: of a key it says where it is, and whether it is there.',
  ],
  examples: ['config show', 'config show acme --max-restocks 50', 'config show --json'],
  exitCodes: ['0 done', '2 the config cannot be used', '1 a bug'],
});
