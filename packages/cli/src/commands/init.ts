import { UserError } from 'sequenzy-jobs';
import { writeFile } from 'node:fs/promises';
import { reasonOf } from 'sequenzy-contract';
import { define } from '../command/define.ts';
import { completed } from '../documents/completed.ts';
import { answersOf } from '../command/surroundings.ts';
import { yes } from '../options/run-options.ts';
import { configOption } from '../options/feeds-options.ts';

export const init = define({
  name: 'init',
  summary: 'Ask a few questions, and write sequenzy.config.yaml.',
  options: {
    config: { ...configOption, description: 'where to write it' },
    yes: { ...yes, description: 'ask nothing: write an example to change by hand' },
  },
  read: ({ config = 'sequenzy.config.yaml', yes: isExample }) => ({ config, isExample }),
  async run({ config, isExample }, _, { context: { io } }) {
    const { askForConfig, exampleAnswers } = await import('../terminal/config-dialogue.ts');
    const { configText } = await import('../terminal/config-text.ts');
    const { canAsk } = await import('../terminal/confirm.ts');
    if (isExample !== true && !canAsk(io, answersOf({}))) {
      const problem = 'init asks questions, and nobody can be asked here';
      throw new UserError(
        'needs-consent',
        problem,
        'Write an example to change by hand with --yes.',
      );
    }
    const answers = isExample === true ? exampleAnswers : await askForConfig(io);
    await writeFile(config, configText(answers), { flag: 'wx' }).catch((error: unknown) => {
      const problem = `${config} cannot be written (${reasonOf(error)})`;
      throw new UserError('bad-config', problem, 'Name another place with --config.');
    });
    return { ...completed('init'), file: config };
  },
  document: (written) => written,
  show({ file }, { data }) {
    data?.sentence(
      `${file} is written. Next: sequenzy-cli config show, then sequenzy-cli run --dry-run.`,
    );
  },
  details: ['An existing file is never replaced.'],
  examples: ['init', 'init --yes'],
  exitCodes: ['0 written', '2 the file exists, or nobody can be asked', '1 a bug'],
});
