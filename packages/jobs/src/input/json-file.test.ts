import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { option } from 'sequenzy-contract';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { readJsonFile } from './json-file.ts';

const how = { name: option('rates'), code: 'bad-rates', nextStep: 'Look at it.' } as const;

it.each([
  ['', 'line 1, column 1'],
  ['{\n "EUR": 1.0x,\n}', 'line 2, column 12'],
  ['{\n "EUR": "1.1"\n "JPY": "0.1"}', 'line 3, column 6'],
  ['{\n "EUR": "1.1",\n}', 'line 3, column 1'],
  ['{"EUR": "1.1\n"}', 'line 1, column 13'],
  ['{"EUR": "1.1"', 'line 1, column 14'],
  ['{"EUR": "1.1"} x', 'line 1, column 16'],
  ["{'EUR': 1.1}", 'line 1, column 2'],
])('says in one line where %j ceases to be JSON: %s', async (text, place) => {
  const file = join(await tempFolder(), 'rates.json');
  await writeFile(file, `\ufeff${text}`);
  await expect(readJsonFile(file, how)).rejects.toMatchObject({
    code: 'bad-rates',
    message: `rates: ${file}, ${place}: the text is not valid JSON from here on`,
    advice: [{ act: 'do', words: 'Look at it.' }],
  });
});

it('says so when there is no such file', async () => {
  await expect(readJsonFile('/no/such/file', how)).rejects.toMatchObject({
    message: 'rates: /no/such/file cannot be read (no such file or folder)',
  });
});
