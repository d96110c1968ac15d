import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { expect, test, vi } from 'vitest';
import { AppendLog } from './append-log.ts';

test('what comes while a sync runs goes out in one write and one sync', async () => {
  const file = join(await tempFolder(), 'log');
  const handle = await open(file, 'w+');
  const datasync = vi.spyOn(handle, 'datasync');
  const write = vi.spyOn(handle, 'write');
  const log = new AppendLog(handle, file, 0);
  const starts: number[] = [];
  const all = Array.from({ length: 50 }, (_, at) =>
    log.append(Buffer.from(`line ${at}\n`), (start) => starts.push(start)),
  );
  await Promise.all(all);
  expect(datasync).toHaveBeenCalledTimes(2);
  expect(write).toHaveBeenCalledTimes(2);
  const text = await readFile(file, 'utf8');
  expect(text.split('\n').slice(0, -1)).toEqual(all.map((_, at) => `line ${at}`));
  expect(starts).toEqual(all.map((_, at) => text.indexOf(`line ${at}\n`)));
  await log.close();
  await handle.close();
});

test.runIf(process.platform === 'linux')(
  'a full disk refuses this write, those that wait, and all later ones',
  async () => {
    const handle = await open('/dev/full', 'r+');
    const log = new AppendLog(handle, '/dev/full', 0);
    const onDurable = vi.fn();
    const first = log.append(Buffer.from('a\n'), onDurable);
    const second = log.append(Buffer.from('b\n'), onDurable);
    const results = await Promise.allSettled([first, second]);
    results.push(...(await Promise.allSettled([log.append(Buffer.from('c\n'), onDurable)])));
    for (const result of results) {
      expect(result).toMatchObject({ reason: { name: 'LedgerError', code: 'write' } });
    }
    await expect(first).rejects.toThrow(
      /^\/dev\/full: it could not be written \(ENOSPC\).*Make room/,
    );
    expect(onDurable).not.toHaveBeenCalled();
    await log.close();
    await handle.close();
  },
);
