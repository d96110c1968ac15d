import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

it('names no vendor in the transport', () => {
  const folder = 'packages/transport/src';
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const naming = files.filter(
    (file) =>
      file.endsWith('.ts') && /Sequenzy|Fanfare/.test(readFileSync(`${folder}/${file}`, 'utf8')),
  );
  expect(naming).toEqual([]);
});
