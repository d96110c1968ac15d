import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { toJSONSchema } from 'zod/v4/core';
import { configSchema } from './config-schema.ts';
import { entriesOf } from './entries.ts';
import { readConfig } from './read-config.ts';
import { secretOf } from './reference.ts';

const feeds = (more: string) => `companies:
  acme:
    key: env:KEY
    feeds:
      products:
        command: catalog sync
        files: [a.csv]
${more}`;

async function read(text: string, name = 'c.yaml') {
  const file = join(await tempFolder(), name);
  await writeFile(file, text);
  return readConfig(file);
}

describe('a config', () => {
  it('is published as a JSON Schema that says the same', async () => {
    const schema = {
      title: 'Config of sequenzy-cli',
      ...toJSONSchema(configSchema, { io: 'input' }),
    };
    const file = join(import.meta.dirname, '../../config.schema.json');
    const expected = await format(JSON.stringify(schema), { parser: 'json', printWidth: 100 });
    await expect(expected).toMatchFileSnapshot(file);
  });

  it.each([
    ['companys: {}', /line 1, column 1: "companys" is not known here/, 'Did you mean companies?'],
    ['companies:\n  acme:\n    feed: {}', /line 3, column 5: "feed" is not/, 'Did you mean feeds?'],
    [feeds('        curency: USD'), /line 8, column 9: "curency"/, 'Did you mean currency?'],
    [feeds('        totals: none'), /"totals" is not known here/, /^Known here: command, files, /],
    [feeds('        currency: EURO'), /line 8, column 9: .*currency cannot be used/, /ISO 4217/],
    [feeds('        maxRestocks: many'), /line 8/, 'Expected a number.'],
    [feeds('        maxDelete: 200%'), /line 8/, /a share such as 10%/],
    [feeds('        prune: "yes"'), /line 8/, 'Expected true or false.'],
    [
      feeds('').replace('catalog sync', 'catalog snyc'),
      /line 6, .*"catalog snyc"/,
      'Did you mean catalog sync?',
    ],
    [
      feeds('').replace('env:KEY', 'seq_live_secret_key'),
      /line 3, column 5/,
      /never written into this file/,
    ],
    ['companies: {acme: {key: env:K}}', /companies\.acme\.feeds is missing/, /./],
    ['a: [', /line 1, column \d+: /, 'Correct it there.'],
  ])('is refused with its place and the way out: %s', async (text, message, nextStep) => {
    const error: unknown = await read(text).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'bad-config',
      message: expect.stringMatching(message) as string,
    });
    expect(JSON.stringify(error)).not.toContain('seq_live');
    const [advice] = (error as { advice: { words: string }[] }).advice;
    if (typeof nextStep === 'string') expect(advice?.words).toBe(nextStep);
    else expect(advice?.words).toMatch(nextStep);
  });

  it('may be JSON, and fills in what a company says', async () => {
    const feed = {
      command: 'orders backfill',
      files: 'o.csv',
      maxHold: '2h',
      window: '22:00-06:00',
    };
    const stock = { command: 'catalog stock', files: 's.csv' };
    const acme = { currency: 'usd', timezone: 'Europe/Berlin', feeds: { orders: feed, stock } };
    const json = JSON.stringify({ companies: { acme } });
    const [orders, ...others] = entriesOf(await read(json, 'c.json'), [], {
      maxRestocks: 3,
      since: '3d',
    });
    expect(orders?.feed).toEqual({
      ...{ command: 'orders backfill', files: ['o.csv'], maxHold: 7_200_000, since: '3d' },
      ...{ window: { from: '22:00', to: '06:00' }, currency: 'USD', timezone: 'Europe/Berlin' },
    });
    expect(others.map((one) => one.feed)).toEqual([{ ...stock, files: ['s.csv'], maxRestocks: 3 }]);
  });

  it('is refused where one feed would delete what another sends', async () => {
    const two = feeds(
      '        prune: true\n      more:\n        command: catalog sync\n        files: b.csv\n',
    );
    const clash = /line 9, column 7: acme\/products and acme\/more are one feed/;
    const config = await read(two);
    expect(() => entriesOf(config)).toThrow(clash);
    const named = await read(`${two}        feed: more\n`);
    expect(entriesOf(named)).toHaveLength(2);
    expect(() => entriesOf(named, ['acme', 'beta'])).toThrow(/no company or feed beta/);
  });

  it('names secrets by reference, and shows none of them', async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, 'key'), ' k1\n');
    const where = { env: { ...process.env, KEY: 'k2' }, folder };
    expect(await secretOf('file:key', 'key', where)).toBe('k1');
    expect(await secretOf('env:KEY', 'key', where)).toBe('k2');
    expect(await secretOf('command: cat key', 'key', where)).toBe('k1');
    await expect(secretOf('env:NONE', 'key', where)).rejects.toThrow(
      'key: the variable NONE is not set',
    );
    await expect(secretOf('file:none', 'key', where)).rejects.toThrow(/none cannot be read/);
    await expect(secretOf('command: echo s3cret >&2; exit 3', 'key', where)).rejects.toThrow(
      'key: the command ended with 3',
    );
  });
});
