import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { bundledProgram, tempFolder } from 'sequenzy-testkit';
import { expect, onTestFinished, test } from 'vitest';

const times = { renew: 100, late: 1500, silence: 4000, settle: 100, poll: 20 };

/** Takes the lease in a process of its own and says how that went; on a line of input it verifies, or releases. */
const holder = `
  import { createInterface } from 'node:readline';
  import { takeLease } from './take-lease.ts';
  const [name] = process.argv.slice(2);
  const say = (text) => process.stdout.write(text + '\\n');
  const told = async (work, word) => say(await work.then(() => word, (error) => error.code + ': ' + error.problem));
  let lease;
  const onWait = ({ holder }) => say('waiting for ' + holder.host);
  await told(takeLease(name, { times: ${JSON.stringify(times)}, onWait }).then((taken) => { lease = taken; }), 'held');
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'verify') await told(lease.verify(), 'still held');
    else await told(lease.release(), 'released');
  }
  setInterval(() => {}, 1000);
`;

/** Takes the lease again and again, and writes into a log when it came and when it went. */
const commuter = `
  import { appendFileSync } from 'node:fs';
  import { setTimeout as sleep } from 'node:timers/promises';
  import { takeLease } from './take-lease.ts';
  const [name, log] = process.argv.slice(2);
  const me = Math.random();
  for (let round = 0; round < 6;) {
    const lease = await takeLease(name, { times: ${JSON.stringify(times)} }).catch(() => undefined);
    if (lease === undefined) { await sleep(30); continue; }
    appendFileSync(log, 'in ' + me + '\\n');
    await sleep(20 * Math.random());
    await lease.verify();
    appendFileSync(log, 'out ' + me + '\\n');
    await lease.release();
    round += 1;
  }
`;

const container = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc', '--uts'] as const;
const [unshare, ...unshared] = container;
const canUnshare = spawnSync(unshare, [...unshared, 'hostname', 'test']).status === 0;
if (!canUnshare) process.stdout.write('skipped: this machine does not permit unshare\n');

test.runIf(canUnshare)(
  'killed in one container, replaced from another with another hostname, in a stated time',
  async () => {
    const name = join(await tempFolder(), 'products.lease');
    const program = await bundledProgram(dirname(name), holder, import.meta.dirname);
    const first = startIn('one', program, name);
    expect(await first.line()).toBe('held');
    await first.kill();
    const from = performance.now();
    const second = startIn('two', program, name);
    expect([await second.line(), await second.line()]).toEqual(['waiting for one', 'held']);
    expect(performance.now() - from).toBeLessThan(times.silence + times.settle + 1500);
  },
);

test.runIf(canUnshare)(
  'two live containers of one hostname, in which it is process 1 both times, never both hold it',
  async () => {
    const name = join(await tempFolder(), 'products.lease');
    const program = await bundledProgram(dirname(name), holder, import.meta.dirname);
    const first = startIn('same', program, name);
    expect(await first.line()).toBe('held');
    const second = startIn('same', program, name);
    expect(await second.line()).toBe('waiting for same');
    expect(await second.line()).toMatch(/^held: process 1 on host same has held it since /);
    expect(await first.asked('verify')).toBe('still held');
    expect(await first.asked('release')).toBe('released');
    const third = startIn('same', program, name);
    expect(await third.line()).toBe('held');
  },
);

test.runIf(canUnshare)(
  'a suspended holder is replaced, and when it wakes up it learns so before anything else',
  async () => {
    const name = join(await tempFolder(), 'products.lease');
    const program = await bundledProgram(dirname(name), holder, import.meta.dirname);
    const first = startIn('one', program, name);
    expect(await first.line()).toBe('held');
    const resume = first.suspend();
    const second = startIn('two', program, name);
    expect([await second.line(), await second.line()]).toEqual(['waiting for one', 'held']);
    resume();
    expect(await first.asked('verify')).toBe('lost: process 1 on host two has taken it over');
    expect(await second.asked('verify')).toBe('still held');
  },
);

test('of processes that come and go, in containers where that is possible, one holds it at a time', async () => {
  const folder = await tempFolder();
  const [name, log] = [join(folder, 'products.lease'), join(folder, 'log')];
  const program = await bundledProgram(folder, commuter, import.meta.dirname);
  await appendFile(log, '');
  const all = [1, 2, 3, 4].map((at) => {
    const command = canUnshare && at % 2 === 0 ? [...container] : [];
    const [file, ...args] = [...command, process.execPath, program, name, log];
    const child = spawn(file, args, { stdio: 'inherit' });
    onTestFinished(() => void child.kill('SIGKILL'));
    return once(child, 'exit');
  });
  await Promise.all(all);
  const lines = (await readFile(log, 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(48);
  lines.forEach((line, at) => {
    if (at % 2 === 1) expect(line).toBe(lines[at - 1]?.replace('in', 'out'));
  });
  expect((await readdir(folder)).sort()).toEqual(['log', 'program.mjs']);
}, 60_000);

function startIn(host: string, program: string, name: string) {
  const script = `hostname ${host} && exec "$@"`;
  const inside = ['sh', '-c', script, 'sh', process.execPath, program, name];
  const child = spawn(unshare, [...unshared, ...inside], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async (): Promise<string> => String((await lines.next()).value);
  return {
    line,
    asked: (word: string) => {
      child.stdin.write(`${word}\n`);
      return line();
    },
    kill: async () => {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
    suspend: () => {
      const inner = childOf(child);
      process.kill(inner, 'SIGSTOP');
      return () => process.kill(inner, 'SIGCONT');
    },
  };
}

/** The process inside: `unshare` forked it. */
function childOf({ pid = 0 }: ChildProcess): number {
  const path = `/proc/${String(pid)}/task/${String(pid)}/children`;
  return Number(spawnSync('cat', [path]).stdout.toString().trim());
}
