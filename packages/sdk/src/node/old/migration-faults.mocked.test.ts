import type * as fs from 'node:fs/promises';
import { dirname } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { expect, test, vi } from 'vitest';
import { openFileLedger } from '../open-file-ledger.ts';
import { openToWrite } from '../open-log.ts';

/** Counts down with each call to the file system; the one that reaches 0 fails. */
const fault = vi.hoisted(() => ({ in: Infinity }));

vi.mock('node:fs/promises', async (importActual) => {
  const actual = await importActual<typeof fs>();
  const step = (): void => {
    fault.in -= 1;
    if (fault.in === 0) throw Object.assign(new Error('the disk failed'), { code: 'EIO' });
  };
  const failing = <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
    async function (...args: Args): Promise<Result> {
      step();
      return work(...args);
    };
  const open = async (...args: Parameters<typeof fs.open>): Promise<fs.FileHandle> => {
    const handle = await failing(actual.open)(...args);
    handle.appendFile = failing(handle.appendFile.bind(handle));
    handle.sync = failing(handle.sync.bind(handle));
    handle.datasync = failing(handle.datasync.bind(handle));
    handle.truncate = failing(handle.truncate.bind(handle));
    return handle;
  };
  const names = {
    link: failing(actual.link),
    copyFile: failing(actual.copyFile),
    rm: failing(actual.rm),
  };
  return { ...actual, open, ...names, rename: failing(actual.rename) };
});

const held = { verify: () => Promise.resolve() };

const real = await vi.importActual<typeof fs>('node:fs/promises');

test('whichever call to the file system fails, the ledger is the old one or the new one, whole', async () => {
  const header =
    '{"sequenzyLedger":1,"company":"c","origin":"https://api.sequenzy.com","name":"products"}';
  const keys = Array.from({ length: 200 }, (_, at) => `k${String(at)}`);
  const lines = keys.map((k) => JSON.stringify({ k, f: '0123456789abcdef', t: 1, s: true }));
  const old = [header, ...lines, ''].join('\n');
  const outcomes: string[] = [];
  for (let at = 1; ; at += 1) {
    const options = {
      folder: await tempFolder(),
      company: 'c',
      origin: 'https://api.sequenzy.com',
    };
    const { file } = await openFileLedger({ ...options, readonly: true });
    await real.mkdir(dirname(file));
    await real.writeFile(file, old);
    fault.in = at;
    const isRefused = await openToWrite(file, { ...options, name: 'products' }, held).then(
      async ({ handle }) => {
        await handle?.close();
        return false;
      },
      () => true,
    );
    const isOver = fault.in > 0;
    fault.in = Infinity;
    const text = await real.readFile(file, 'utf8');
    if (text !== old) expect(text).toMatch(/^\{"sequenzyLedger":2,/);
    outcomes.push(`${text === old ? 'old' : 'new'}${isRefused ? ', refused' : ''}`);
    const ledger = await openFileLedger(options);
    expect(await ledger.read(keys)).toEqual(
      keys.map(() => ({ fingerprint: '0123456789abcdef', stock: { inStock: true, out: [] } })),
    );
    await ledger.close();
    const names = await real.readdir(dirname(file));
    expect(names.filter((name) => name.endsWith('.new'))).toEqual([]);
    if (isOver) break;
  }
  expect(new Set(outcomes)).toEqual(new Set(['old, refused', 'new, refused', 'new']));
}, 60_000);
