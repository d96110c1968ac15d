import { readFileSync, readdirSync } from 'node:fs';
import { liveSources } from 'sequenzy-sources/live';
import { expect, it } from 'vitest';

/** The files of a folder that hold a word. */
function filesWith(folder: string, word: RegExp): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter(
    (file) => file.endsWith('.ts') && word.test(readFileSync(`${folder}/${file}`, 'utf8')),
  );
}

it('names no vendor in the transport', () => {
  expect(filesWith('packages/transport/src', /Sequenzy|Fanfare/)).toEqual([]);
});

it.each(['packages/cli/src', 'packages/jobs/src'])('names no live source in %s', (folder) => {
  expect(liveSources.length).toBeGreaterThan(0);
  for (const { name } of liveSources) expect(filesWith(folder, new RegExp(name, 'i'))).toEqual([]);
});
