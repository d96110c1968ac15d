import { bash } from './bash.ts';
import { fish } from './fish.ts';
import { powershell } from './powershell.ts';
import { zsh } from './zsh.ts';

/** What a shell needs to ask this program, by the name of the shell. */
export const scripts = { bash, zsh, fish, powershell } as const;
