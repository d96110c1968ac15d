import { appendFile, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { expect, test, vi } from 'vitest';
import { StoreError } from '../errors/store-error.ts';
import { AppendLog } from './append-log.ts';

const always = (): Promise<void> => Promise.resolve();

test('what comes while a sync runs goes out in one write and one sync', async () => {
  const file = join(await tempFolder(), 'log');
  const handle = await open(file, 'a+');
  const datasync = vi.spyOn(handle, 'datasync');
  const write = vi.spyOn(handle, 'appendFile');
  const log = new AppendLog(handle, file, 0, always);
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
    const handle = await open('/dev/full', 'a');
    const log = new AppendLog(handle, '/dev/full', 0, always);
    const onDurable = vi.fn();
    const first = log.append(Buffer.from('a\n'), onDurable);
    const second = log.append(Buffer.from('b\n'), onDurable);
    const results = await Promise.allSettled([first, second]);
    results.push(...(await Promise.allSettled([log.append(Buffer.from('c\n'), onDurable)])));
    for (const result of results) {
      expect(result).toMatchObject({ reason: { name: 'StoreError', code: 'write' } });
    }
    await expect(first).rejects.toThrow('/dev/full: it could not be written (ENOSPC)');
    expect(onDurable).not.toHaveBeenCalled();
    await log.close();
    await handle.close();
  },
);

test('what may not be written any more is not, and neither is what comes later', async () => {
  const file = join(await tempFolder(), 'log');
  const handle = await open(file, 'a+');
  const lost = new StoreError('lost', file, 'another process has it');
  const mayWrite = vi.fn().mockResolvedValueOnce(undefined).mockRejectedValueOnce(lost);
  const log = new AppendLog(handle, file, 0, mayWrite);
  await log.append(Buffer.from('a\n'), vi.fn());
  await expect(log.append(Buffer.from('b\n'), vi.fn())).rejects.toBe(lost);
  await expect(log.append(Buffer.from('c\n'), vi.fn())).rejects.toBe(lost);
  expect(await readFile(file, 'utf8')).toBe('a\n');
  await handle.close();
});

test('a line that something else wrote in between is not overwritten, and ends the writing', async () => {
  const file = join(await tempFolder(), 'log');
  const handle = await open(file, 'a+');
  const log = new AppendLog(handle, file, 0, always);
  await log.append(Buffer.from('a\n'), vi.fn());
  await appendFile(file, 'theirs\n');
  await expect(log.append(Buffer.from('b\n'), vi.fn())).rejects.toMatchObject({ code: 'lost' });
  await expect(log.append(Buffer.from('c\n'), vi.fn())).rejects.toMatchObject({ code: 'lost' });
  expect(await readFile(file, 'utf8')).toBe('a\ntheirs\nb\n');
  await handle.close();
});
