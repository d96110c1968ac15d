import { appendFile, readFile, readdir, stat, truncate, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hash64 } from 'sequenzy-contract';
import { sealedLine } from 'sequenzy-store';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { holding, type InnerLedger } from '../ledger/inner-ledger.ts';
import type { FileLedger } from './file-ledger.ts';
import { openFileLedger, type FileLedgerOptions } from './open-file-ledger.ts';

const f1 = '0123456789abcdef';
const f2 = 'fedcba9876543210';
const clock = { now: () => Date.UTC(2026, 0, 1) };

async function place(): Promise<FileLedgerOptions> {
  return {
    folder: await tempFolder(),
    company: 'comp_1',
    origin: 'https://api.sequenzy.com',
    clock,
  };
}

async function opened(options: FileLedgerOptions): Promise<FileLedger> {
  const ledger = await openFileLedger(options);
  onTestFinished(() => ledger.close());
  return ledger;
}

/** A closed ledger of two products. */
async function written(): Promise<{ options: FileLedgerOptions; file: string }> {
  const options = await place();
  const ledger = await openFileLedger(options);
  await ledger.write([{ key: 'a', fingerprint: f1 }]);
  await ledger.write([{ key: 'b', fingerprint: f2 }]);
  await ledger.close();
  return { options, file: ledger.file };
}

/** A line as the ledger writes it, without its line feed. */
function sealed(json: string): string {
  return sealedLine(json).toString().trimEnd();
}

/** Changes a text, and the checksums of its lines with it. */
function resealed(text: string, from: string, to: string): string {
  const lines = text.replace(from, to).split('\n').slice(0, -1);
  return lines.map((line) => `${sealed(line.replace(/,"c":"\w{8}"/, ''))}\n`).join('');
}

async function keysOf(ledger: FileLedger): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of ledger.keys()) keys.push(key);
  return keys.sort();
}

test('tells by hashes what it holds, and of which feed', async () => {
  const options = await place();
  const first = await openFileLedger(options);
  await first.write([
    { key: 'a', fingerprint: f1, stock: { inStock: true, out: ['b'] } },
    { key: 'ü', fingerprint: f2, feed: 'mine' },
    { key: 'unknown', fingerprint: null },
  ]);
  const bits = (fingerprint: string) => ({
    high: Number.parseInt(fingerprint.slice(0, 8), 16),
    low: Number.parseInt(fingerprint.slice(8), 16),
  });
  const told = ({ holds }: Pick<InnerLedger, 'holds'>) =>
    [
      ['a', f1, undefined],
      ['a', f2, undefined],
      ['a', f1, 'mine'],
      ['b', f1, undefined],
      ['ü', f2, 'mine'],
      ['ü', f2, undefined],
      ['unknown', '0'.repeat(16), undefined],
    ].map(([key = '', fingerprint = '', feed]) => holds?.(hash64(key), bits(fingerprint), feed));
  const wanted = [true, false, false, false, true, false, false];
  expect(told(holding(first))).toEqual(wanted);
  await first.close();
  expect(told(holding(await opened(options)))).toEqual(wanted);
});

describe('remembering', () => {
  const entries = [
    { key: 'plain', fingerprint: f1 },
    { key: 'unknown', fingerprint: null },
    { key: 'in', fingerprint: f1, stock: { inStock: true, out: [] } },
    { key: 'out', fingerprint: f2, stock: { inStock: false, out: [] } },
    { key: 'some "out" ü', fingerprint: f2, stock: { inStock: true, out: ['v1', 'v ü "2"'] } },
    { key: 'long', fingerprint: 'sha256:not sixteen digits', stock: { inStock: true, out: [] } },
    { key: '', fingerprint: null, stock: { inStock: true, out: ['x'.repeat(5000)] } },
  ];
  const keys = entries.map(({ key }) => key);
  const values = entries.map(({ fingerprint, stock }) => ({
    fingerprint,
    ...(stock && { stock }),
  }));

  test('every kind of entry is read back, at once and after reopening', async () => {
    const options = await place();
    const ledger = await openFileLedger(options);
    await ledger.write(entries);
    expect(await ledger.read([...keys, 'never'])).toEqual([...values, undefined]);
    await ledger.close();
    const again = await opened(options);
    expect(await again.read([...keys, 'never'])).toEqual([...values, undefined]);
    expect(again.size).toBe(entries.length);
    expect(await keysOf(again)).toEqual([...keys].sort());
    expect(again.reopened).toEqual({
      lines: entries.length,
      tornBytes: 0,
      compacted: false,
      converted: false,
    });
  });

  test('a later entry replaces an earlier one, also within one call', async () => {
    const ledger = await opened(await place());
    await ledger.write([
      { key: 'a', fingerprint: f1, stock: { inStock: true, out: ['v'] } },
      { key: 'a', fingerprint: f2 },
    ]);
    expect(await ledger.read(['a'])).toEqual([{ fingerprint: f2 }]);
    await ledger.write([{ key: 'a', fingerprint: null }]);
    expect(await ledger.read(['a'])).toEqual([{ fingerprint: null }]);
  });

  test('a forgotten key is gone, stays gone, and can come back', async () => {
    const { options } = await written();
    const ledger = await openFileLedger(options);
    await ledger.write([{ key: 'a', fingerprint: null, forget: true }]);
    expect(await ledger.read(['a'])).toEqual([undefined]);
    await ledger.close();
    const again = await opened(options);
    expect([again.size, await keysOf(again), await again.read(['a'])]).toEqual([
      1,
      ['b'],
      [undefined],
    ]);
    await again.write([{ key: 'a', fingerprint: f2 }]);
    expect([again.size, await again.read(['a'])]).toEqual([2, [{ fingerprint: f2 }]]);
  });

  test('keys come once each while they are being written again', async () => {
    const ledger = await opened(await place());
    const all = Array.from({ length: 5000 }, (_, at) => ({ key: `k${at}`, fingerprint: f1 }));
    await ledger.write(all);
    const seen: string[] = [];
    for await (const key of ledger.keys()) {
      if (seen.length === 100) await ledger.write(all.map((one) => ({ ...one, fingerprint: f2 })));
      seen.push(key);
    }
    expect(seen.sort()).toEqual(all.map(({ key }) => key).sort());
  });

  test('entries far apart in the file are found', async () => {
    const ledger = await opened(await place());
    const stock = { inStock: true, out: ['x'.repeat(30_000)] };
    const all = Array.from({ length: 80 }, (_, at) => ({ key: `k${at}`, fingerprint: f1, stock }));
    await ledger.write(all);
    const wanted = ['k79', 'k0', 'k40', 'k0'];
    expect(await ledger.read(wanted)).toEqual(wanted.map(() => ({ fingerprint: f1, stock })));
  });
});

describe('the file', () => {
  test('one header line, then one line an entry, for the owner only', async () => {
    const { options, file } = await written();
    const [header = '', ...lines] = (await readFile(file, 'utf8')).split('\n');
    expect(JSON.parse(header)).toEqual({
      sequenzyLedger: 2,
      company: 'comp_1',
      origin: 'https://api.sequenzy.com',
      name: 'products',
      salt: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      c: expect.stringMatching(/^[0-9a-f]{8}$/) as string,
    });
    expect(lines).toEqual([
      sealed(`{"k":"a","f":"${f1}","t":1767225600000}`),
      sealed(`{"k":"b","f":"${f2}","t":1767225600000}`),
      '',
    ]);
    if (process.platform === 'win32') return;
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(dirname(file))).mode & 0o777).toBe(0o700);
    expect(await readdir(dirname(file))).toEqual(['products.ndjson']);
    expect(dirname(file).startsWith(options.folder)).toBe(true);
  });

  test.each(['../../etc', '.', 'A', 'a', 'con:*?"<>|', 'ü'.repeat(300), ''])(
    'any company id has a folder of its own: %j',
    async (company) => {
      const options = await place();
      const ledger = await opened({ ...options, company });
      await ledger.write([{ key: 'a', fingerprint: f1 }]);
      expect(dirname(dirname(ledger.file))).toBe(options.folder);
      expect(dirname(ledger.file)).toMatch(/\/[a-z0-9.-]*@api\.sequenzy\.com-[0-9a-f]{16}$/);
    },
  );

  test('companies, origins and names do not share; a trailing slash makes no other origin', async () => {
    const options = await place();
    const variants = [
      {},
      { company: 'COMP_1' },
      { origin: 'http://localhost:4010' },
      { name: 'orders' },
    ];
    const files = new Set<string>();
    for (const variant of variants) files.add((await opened({ ...options, ...variant })).file);
    expect(files.size).toBe(variants.length);
    const slash = await opened({ ...options, origin: `${options.origin}/`, readonly: true });
    expect(files).toContain(slash.file);
  });

  test.each([
    [{ name: '../x' }, /name/],
    [{ origin: 'api.sequenzy.com' }, /origin/],
  ])('%j is refused', async (wrong, message) => {
    await expect(openFileLedger({ ...(await place()), ...wrong })).rejects.toThrow(message);
  });
});

describe('after a crash', () => {
  test.each([
    ['a line cut off', '{"k":"c","f":"01'],
    ['zeros', '\0\0\0'],
    ['a last line that cannot be read', '{"k":"c"\n'],
    [
      'a last line whose checksum is wrong',
      sealed(`{"k":"c","f":null,"t":1}`).replace('1', '2') + '\n',
    ],
    ['a line that is no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x0a])],
  ])('%s at the end is dropped, and writing goes on', async (_, tail) => {
    const { options, file } = await written();
    const whole = await readFile(file, 'utf8');
    await appendFile(file, tail);
    const ledger = await openFileLedger(options);
    expect(ledger.reopened).toEqual({
      lines: 2,
      tornBytes: tail.length,
      compacted: false,
      converted: false,
    });
    await ledger.write([{ key: 'c', fingerprint: null }]);
    await ledger.close();
    expect(await readFile(file, 'utf8')).toBe(
      `${whole}${sealed('{"k":"c","f":null,"t":1767225600000}')}\n`,
    );
  });

  test('wherever the file is cut, it opens with the lines that are whole', async () => {
    const { options, file } = await written();
    const text = await readFile(file, 'utf8');
    const ends = [...text.matchAll(/\n/g)].flatMap(({ index }) => [index, index + 1, index + 2]);
    const lengths = new Set([...ends, ...ends.map((end) => end - 20), 1, 0]);
    for (const length of [...lengths].sort((one, other) => other - one)) {
      if (length > text.length) continue;
      await truncate(file, length);
      const ledger = await openFileLedger(options);
      expect(ledger.size).toBe(Math.max(0, text.slice(0, length).split('\n').length - 2));
      await ledger.close();
    }
    expect(await readFile(file, 'utf8')).toMatch(/^\{"sequenzyLedger":2,[^\n]*\}\n$/);
  });
});

describe('a file that cannot be used', () => {
  test.each([
    ['damaged', (text: string) => text.replace('"k":"a"', '"k":a'), /line 2 is damaged\. Move/],
    ['damaged', (text: string) => text.replace(f1, f2), /line 2 is damaged\. Move/],
    ['damaged', (text: string) => `${text.slice(0, -2)}\n{"k":"c","f":`, /line 3 is damaged/],
    ['damaged', (text: string) => text.replace('sequenzyLedger', 'x'), /line 1 is not/],
    ['damaged', (text: string) => text.replace('comp_1', 'comp_2'), /line 1 is damaged/],
    ['damaged', () => 'my notes', /line 1 is damaged/],
    [
      'version',
      (text: string) => text.replace(':2,', ':3,'),
      /version 3, .* 1 to 2\. Update sequenzy-commerce/,
    ],
    [
      'version',
      (text: string) => resealed(text, '"f":"fed', '"later":"fed'),
      /line 3 is of a kind .*Update sequenzy-commerce/,
    ],
    [
      'foreign',
      (text: string) => resealed(text, 'comp_1', 'comp_2'),
      /company "comp_2", not to "comp_1"/,
    ],
    [
      'foreign',
      (text: string) => resealed(text, 'https://api', 'https://b'),
      /origin .*Use another/,
    ],
    ['foreign', (text: string) => resealed(text, 'products', 'orders'), /name "orders"/],
  ])('%s: refused, named, left as it is, and unlocked', async (code, change, message) => {
    const { options, file } = await written();
    const text = change(await readFile(file, 'utf8'));
    await writeFile(file, text);
    for (const readonly of [false, true]) {
      const refusal = openFileLedger({ ...options, readonly });
      await expect(refusal).rejects.toMatchObject({ name: 'LedgerError', code, file });
      await expect(refusal).rejects.toThrow(message);
    }
    expect(await readFile(file, 'utf8')).toBe(text);
    expect(await readdir(dirname(file))).toEqual(['products.ndjson']);
  });

  test('a state folder that is a file is refused with what to do', async () => {
    const options = await place();
    await writeFile(`${options.folder}/file`, '');
    const refusal = openFileLedger({ ...options, folder: `${options.folder}/file` });
    await expect(refusal).rejects.toMatchObject({ code: 'write' });
    await expect(refusal).rejects.toThrow(/cannot be opened \(E\w+\)\. Check the rights/);
  });
});

describe('compaction', () => {
  const count = 6000;
  const all = Array.from({ length: count }, (_, at) => ({
    key: `product-${at}`,
    fingerprint: f1,
    stock: { inStock: true, out: at % 3 === 0 ? [`variant-${at}`] : [] },
  }));

  async function rewritten(): Promise<FileLedgerOptions> {
    const options = await place();
    const ledger = await openFileLedger(options);
    for (const fingerprint of [f1, null, f2]) {
      await ledger.write(all.map((one) => ({ ...one, fingerprint })));
    }
    await ledger.write([{ key: 'product-0', fingerprint: null, forget: true }]);
    await ledger.close();
    return options;
  }

  test('a file of mostly replaced lines is rewritten, and says the same', async () => {
    const options = await rewritten();
    await (await openFileLedger({ ...options, readonly: true })).close();
    const ledger = await opened(options);
    expect(ledger.reopened).toEqual({
      lines: 3 * count + 1,
      tornBytes: 0,
      compacted: true,
      converted: false,
    });
    expect((await readFile(ledger.file, 'utf8')).split('\n').length).toBe(1 + count - 1 + 1);
    expect((await stat(ledger.file)).mode & 0o777).toBe(0o600);
    const [first, second, , fourth] = await ledger.read(all.map(({ key }) => key));
    expect(first).toBeUndefined();
    expect(second).toEqual({ fingerprint: f2, stock: { inStock: true, out: [] } });
    expect(fourth).toEqual({ fingerprint: f2, stock: { inStock: true, out: ['variant-3'] } });
    await ledger.write([{ key: 'new', fingerprint: f1 }]);
    expect(await ledger.read(['new'])).toEqual([{ fingerprint: f1 }]);
    await ledger.close();
    expect((await opened(options)).reopened).toEqual({
      lines: count,
      tornBytes: 0,
      compacted: false,
      converted: false,
    });
  });

  test('what a compaction left that was killed half-way is removed', async () => {
    const { options, file } = await written();
    await writeFile(`${file}.new`, 'half a file');
    expect((await opened(options)).size).toBe(2);
    expect(await readdir(dirname(file))).not.toContain('products.ndjson.new');
  });
});

describe('read-only', () => {
  test('a missing file is an empty ledger, and nothing is made', async () => {
    const options = await place();
    const ledger = await opened({ ...options, readonly: true });
    expect([ledger.size, await ledger.read(['a']), await keysOf(ledger)]).toEqual([
      0,
      [undefined],
      [],
    ]);
    expect(await readdir(options.folder)).toEqual([]);
  });

  test('it opens beside a writer, leaves a torn tail alone, and refuses to write', async () => {
    const { options, file } = await written();
    await opened(options);
    await appendFile(file, '{"k":');
    const before = await readFile(file, 'utf8');
    const ledger = await opened({ ...options, readonly: true });
    expect(await ledger.read(['a', 'b'])).toEqual([{ fingerprint: f1 }, { fingerprint: f2 }]);
    expect(ledger.reopened.tornBytes).toBe(5);
    await expect(ledger.write([{ key: 'c', fingerprint: null }])).rejects.toMatchObject({
      code: 'write',
    });
    expect(await readFile(file, 'utf8')).toBe(before);
  });
});

test('closing waits for writes under way and refuses later ones', async () => {
  const options = await place();
  const ledger = await openFileLedger(options);
  const under = Array.from({ length: 20 }, (_, at) =>
    ledger.write([{ key: `${at}`, fingerprint: f1 }]),
  );
  await ledger.close();
  await Promise.all(under);
  await ledger.close();
  await expect(ledger.write([{ key: 'late', fingerprint: f1 }])).rejects.toMatchObject({
    code: 'write',
  });
  expect((await opened(options)).size).toBe(20);
});
