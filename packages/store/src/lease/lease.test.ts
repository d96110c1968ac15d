import { readdir, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { expect, onTestFinished, test } from 'vitest';
import { formatClaim, parseClaim, type Claim } from './claim.ts';
import { filesOf } from './lease-files.ts';
import { fateOf, ownIdentity } from './process-identity.ts';
import { takeLease } from './take-lease.ts';

const times = { renew: 40, late: 160, silence: 400, settle: 40, poll: 10 };

async function nameOfLease(): Promise<string> {
  return join(await tempFolder(), 'products.lease');
}

/** A holder elsewhere, as its file says. */
function elsewhere(change: Partial<Claim> = {}): Claim {
  return {
    token: '00000000-0000-4000-8000-000000000000',
    host: 'elsewhere',
    pid: 7,
    space: 'another-boot/pid:[4026531836]',
    start: '1',
    since: Date.UTC(2026, 0, 1, 2, 3),
    renewals: 0,
    renewedAt: 0,
    ...change,
  };
}

async function claimIn(name: string): Promise<Claim | undefined> {
  return parseClaim((await filesOf(name))[0]?.text ?? '');
}

test('a lease names host, process and time, is for its owner only, and leaves nothing behind', async () => {
  const name = await nameOfLease();
  const lease = await takeLease(name, { since: Date.UTC(2026, 0, 1) });
  expect(await claimIn(name)).toMatchObject({
    host: hostname(),
    pid: process.pid,
    since: Date.UTC(2026, 0, 1),
  });
  if (process.platform !== 'win32') expect((await stat(`${name}-1`)).mode & 0o777).toBe(0o600);
  await lease.verify();
  await lease.release();
  expect(await readdir(dirname(name))).toEqual([]);
});

test('a live holder is named at once, also within one process', async () => {
  const name = await nameOfLease();
  const lease = await takeLease(name, { since: Date.UTC(2026, 0, 1, 2, 3) });
  await expect(takeLease(name)).rejects.toMatchObject({
    code: 'held',
    problem: `process ${process.pid} on host ${hostname()} has held it since 2026-01-01T02:03:00.000Z`,
    holder: { pid: process.pid, host: hostname(), since: new Date(Date.UTC(2026, 0, 1, 2, 3)) },
  });
  await lease.release();
  await (await takeLease(name)).release();
});

test('it is renewed by itself', async () => {
  const name = await nameOfLease();
  const lease = await takeLease(name, { times });
  const before = await claimIn(name);
  await expect.poll(async () => (await claimIn(name))?.renewals).toBeGreaterThan(3);
  expect((await claimIn(name))?.renewedAt).toBeGreaterThan(before?.renewedAt ?? 0);
  await lease.release();
});

test('a dead process of this PID namespace is replaced at once', async () => {
  const name = await nameOfLease();
  const own = await ownIdentity();
  if (own.space === undefined) return; // a system that does not tell
  await writeFile(`${name}-3`, formatClaim(elsewhere({ ...own, start: '1' })));
  const lease = await takeLease(name); // with the real times
  expect(await readdir(dirname(name))).toEqual(['products.lease-4']);
  await lease.release();
});

test('a holder elsewhere is told of, watched, and replaced once it has been silent', async () => {
  const name = await nameOfLease();
  await writeFile(`${name}-3`, formatClaim(elsewhere()));
  const waits: unknown[] = [];
  const from = performance.now();
  const lease = await takeLease(name, { times, onWait: (wait) => waits.push(wait) });
  expect(performance.now() - from).toBeGreaterThan(times.silence);
  const since = new Date(Date.UTC(2026, 0, 1, 2, 3));
  const atMost = times.silence + times.settle;
  expect(waits).toEqual([{ holder: { pid: 7, host: 'elsewhere', since }, atMost }]);
  expect(await readdir(dirname(name))).toEqual(['products.lease-4']);
  await lease.verify();
  await lease.release();
});

test('a holder elsewhere that renews is named, whatever its clock says', async () => {
  const name = await nameOfLease();
  const claim = elsewhere({ renewedAt: Date.UTC(1990) });
  await writeFile(`${name}-3`, formatClaim(claim));
  let renewals = 0;
  const renewing = setInterval(() => {
    void writeFile(`${name}-3`, formatClaim({ ...claim, renewals: (renewals += 1) }));
  }, 100);
  onTestFinished(() => {
    clearInterval(renewing);
  });
  // a machine under load may be late with a renewal
  const taking = takeLease(name, { times: { ...times, silence: 10_000 } });
  await expect(taking).rejects.toMatchObject({ code: 'held', holder: { host: 'elsewhere' } });
  expect(await readdir(dirname(name))).toEqual(['products.lease-3']);
});

test('a claim that was cut off while it was written is replaced like a silent holder', async () => {
  const name = await nameOfLease();
  await writeFile(`${name}-1`, '{"lease":1,"tok');
  const waits: unknown[] = [];
  const lease = await takeLease(name, { times, onWait: (wait) => waits.push(wait) });
  expect(waits).toMatchObject([{ holder: undefined }]);
  await lease.release();
});

test('waiting ends with the signal, and leaves nothing behind', async () => {
  const name = await nameOfLease();
  await writeFile(`${name}-3`, formatClaim(elsewhere()));
  const stop = new AbortController();
  const { signal } = stop;
  setTimeout(() => {
    stop.abort(new Error('enough'));
  }, 50);
  await expect(takeLease(name, { signal })).rejects.toThrow('enough');
  expect(await readdir(dirname(name))).toEqual(['products.lease-3']);
});

test('who was replaced learns of it before it does anything more, and leaves the next one alone', async () => {
  const name = await nameOfLease();
  const first = await takeLease(name, { times: { ...times, renew: 1e9 } });
  // As if it ran in another container: here it would be known to live.
  await writeFile(`${name}-1`, formatClaim({ ...(await claimOf(name)), space: 'another' }));
  const second = await takeLease(name, { times });
  const verdict = first.verify();
  await expect(verdict).rejects.toMatchObject({ code: 'lost', file: name });
  await expect(verdict).rejects.toThrow(`process ${process.pid} on host ${hostname()} has taken`);
  await first.release();
  await second.verify();
  await second.release();
});

test.each(['now', 'monotonic'] as const)(
  'a holder that finds itself late by its %s clock makes sure of its lease first',
  async (which) => {
    const name = await nameOfLease();
    let ahead = 0;
    const clock = {
      now: () => Date.now() + (which === 'now' ? ahead : 0),
      monotonic: () => performance.now() + (which === 'monotonic' ? ahead : 0),
    };
    const lease = await takeLease(name, { clock, times: { ...times, renew: 1e9, settle: 1500 } });
    await lease.verify();
    expect((await claimIn(name))?.renewals).toBe(0);
    ahead = times.silence;
    const verdict = lease.verify();
    await expect.poll(async () => (await claimIn(name))?.renewals).toBe(1);
    // Somebody takes it over within the time that both wait for each other.
    await writeFile(`${name}-1`, formatClaim(elsewhere()));
    await expect(verdict).rejects.toMatchObject({ code: 'lost' });
  },
);

test('a takeover that was killed half-way is taken over itself, the one before it too', async () => {
  const name = await nameOfLease();
  const token = '11111111-1111-4111-8111-111111111111';
  await writeFile(`${name}-3`, formatClaim(elsewhere()));
  await writeFile(`${name}-4`, formatClaim(elsewhere({ token })));
  const lease = await takeLease(name, { times });
  expect(await readdir(dirname(name))).toEqual(['products.lease-5']);
  await lease.release();
});

test('of many that wait for one silent holder, one gets the lease', async () => {
  const name = await nameOfLease();
  await writeFile(`${name}-3`, formatClaim(elsewhere()));
  const all = await Promise.allSettled(
    Array.from({ length: 12 }, () => takeLease(name, { times })),
  );
  const winners = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(winners).toHaveLength(1);
  for (const one of all) {
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'held' });
  }
  await winners[0]?.verify();
  await winners[0]?.release();
});

test('the fate of a process is known in its own PID namespace only', async () => {
  const own = await ownIdentity();
  if (own.space === undefined) return; // a system that does not tell
  expect(await fateOf(own)).toBe('alive');
  expect(await fateOf({ ...own, pid: 2 ** 22 + 1 })).toBe('dead');
  expect(await fateOf({ ...own, start: '1' })).toBe('dead');
  expect(await fateOf({ ...own, pid: 2 ** 22 + 1, space: 'elsewhere' })).toBe('unknown');
});

async function claimOf(name: string): Promise<Claim> {
  const claim = await claimIn(name);
  if (claim === undefined) throw new Error('no claim');
  return claim;
}
