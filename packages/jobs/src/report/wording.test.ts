import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { option, programWording, worded } from './wording.ts';

it('an option is called as its reader knows it, with its value', () => {
  const text = `Pass ${option('maxRestocks', '12')}, or sync without ${option('prune')}.`;
  expect(worded(text, programWording)).toBe('Pass maxRestocks: 12, or sync without prune.');
  const shout = { option: (name: string) => name.toUpperCase() };
  expect(worded(text, shout)).toBe('Pass MAXRESTOCKS, or sync without PRUNE.');
});

it('no text of a job has a flag of the command line in it', () => {
  const folder = join(import.meta.dirname, '..');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const flags = files
    .filter((file) => /(?<!\.test)\.ts$/.test(file))
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(\/\*\*|\*|\/\/)/.test(line) && /(?<![\w-])--[a-z]/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(flags).toEqual([]);
});
