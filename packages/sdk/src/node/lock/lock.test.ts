import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { expect, test } from 'vitest';
import { takeLock } from './lock.ts';
import { isAlive, startOf } from './process-identity.ts';

const now = (): number => Date.UTC(2026, 0, 1, 2, 3);
const claim = {
  pid: process.pid,
  host: hostname(),
  since: now(),
  token: '00000000-0000-4000-8000-000000000000',
};

async function lockFile(content?: unknown): Promise<string> {
  const file = join(await tempFolder(), 'products.lock');
  if (content !== undefined) await writeFile(file, JSON.stringify(content));
  return file;
}

/** The number of a process that is over. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '0']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

test('a lock names process, host and time, is for the owner only, and is gone when released', async () => {
  const file = await lockFile();
  const lock = await takeLock(file, now);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    pid: process.pid,
    host: hostname(),
    since: now(),
  });
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(dirname(file))).toEqual(['products.lock']);
  await lock.release();
  expect(await readdir(dirname(file))).toEqual([]);
});

test('a live holder is named, with the time since when', async () => {
  const file = await lockFile();
  const lock = await takeLock(file, now);
  const second = takeLock(file, now);
  await expect(second).rejects.toMatchObject({
    name: 'LedgerLockedError',
    code: 'locked',
    holder: { pid: process.pid, since: new Date(now()) },
  });
  await expect(second).rejects.toThrow(
    `process ${process.pid} has held the ledger since 2026-01-01T02:03:00.000Z. Wait`,
  );
  await lock.release();
  await (await takeLock(file, now)).release();
});

test('a dead holder is replaced, and nothing is left behind', async () => {
  const file = await lockFile({ ...claim, pid: await deadPid() });
  const lock = await takeLock(file, now);
  expect(await readFile(file, 'utf8')).toContain(`"pid":${process.pid},`);
  expect(await readdir(dirname(file))).toEqual(['products.lock']);
  await lock.release();
});

test.runIf(process.platform === 'linux')(
  'a process number that was used again, or a reboot, is no live holder',
  async () => {
    const [boot = '', ticks = ''] = (await startOf(process.pid))?.split('/') ?? [];
    for (const start of [`${boot}/${Number(ticks) - 1}`, `another-boot/${ticks}`]) {
      const file = await lockFile({ ...claim, start });
      await (await takeLock(file, now)).release();
    }
    const file = await lockFile({ ...claim, start: `${boot}/${ticks}` });
    await expect(takeLock(file, now)).rejects.toMatchObject({ code: 'locked' });
  },
);

test('a takeover that was killed half-way is taken over itself', async () => {
  const pid = await deadPid();
  const file = await lockFile({ ...claim, pid });
  const guard = { ...claim, pid, token: '11111111-1111-4111-8111-111111111111' };
  await writeFile(`${file}.${claim.token}`, JSON.stringify(guard));
  const lock = await takeLock(file, now);
  expect(await readFile(file, 'utf8')).toContain(`"pid":${process.pid},`);
  expect(await readdir(dirname(file))).toEqual(['products.lock']);
  await lock.release();
});

test('a lock of another host is never taken over: the message says which file to remove', async () => {
  const file = await lockFile({ ...claim, host: 'elsewhere', pid: await deadPid() });
  const refusal = takeLock(file, now);
  await expect(refusal).rejects.toMatchObject({ file, holder: { host: 'elsewhere' } });
  await expect(refusal).rejects.toThrow(/on host elsewhere .* remove this file/);
});

test('a lock file that cannot be read is left alone', async () => {
  const file = await lockFile('mine');
  await expect(takeLock(file, now)).rejects.toThrow(/cannot be read.*remove this file/);
  expect(await readFile(file, 'utf8')).toBe('"mine"');
});

test('releasing leaves a lock alone that somebody else took after the file was removed by hand', async () => {
  const file = await lockFile();
  const lock = await takeLock(file, now);
  await writeFile(file, JSON.stringify(claim));
  await lock.release();
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(claim);
});

test('a process is alive from its own start on, and not after its end', async () => {
  expect(await isAlive(process.pid, await startOf(process.pid))).toBe(true);
  expect(await isAlive(await deadPid(), undefined)).toBe(false);
});
