import type { Command } from '../command/definition.ts';
import { scripts } from '../completion/scripts/scripts.ts';
import { UserError } from 'sequenzy-jobs';
import type { DocumentOf } from '../documents/documents.ts';
import { completed } from '../documents/completed.ts';

const shells = Object.keys(scripts);

/** It is not a job: the script is a part of the program. */
export const completion: Command = {
  name: 'completion',
  summary: 'Print a script that completes commands, options and values in a shell.',
  argument: {
    name: 'shell',
    description: shells.join(', '),
    values: { words: shells.map((word) => ({ word })) },
  },
  options: {},
  perform: ({ out }, { json }, [shell = '']) => {
    const script = new Map(Object.entries(scripts)).get(shell);
    if (script === undefined) {
      const problem = `"${shell}" is not a shell that can be completed in`;
      return Promise.reject(new UserError('usage', problem, `Use ${shells.join(', ')}.`));
    }
    const document: DocumentOf<'completion'> = { ...completed('completion'), shell, script };
    if (json === true) out.json(document);
    else out.text(script);
    return Promise.resolve();
  },
  details: [
    'bash, in ~/.bashrc: eval "$(sequenzy-cli completion bash)"',
    'zsh, in ~/.zshrc behind compinit: eval "$(sequenzy-cli completion zsh)"',
    'fish: sequenzy-cli completion fish > ~/.config/fish/completions/sequenzy-cli.fish',
    'PowerShell, in the file $PROFILE: sequenzy-cli completion powershell | Out-String | Invoke-Expression',
  ],
  examples: ['completion bash', 'completion zsh', 'completion fish', 'completion powershell'],
  exitCodes: ['0 printed', '2 usage', '1 a bug'],
};
