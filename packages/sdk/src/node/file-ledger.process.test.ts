import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { bundledProgram, tempFolder } from 'sequenzy-testkit';
import { expect, onTestFinished, test } from 'vitest';
import { openFileLedger } from './open-file-ledger.ts';

/** Plain JavaScript that a real process runs against the bundled source. */
const open = `
  import { openFileLedger } from './open-file-ledger.ts';
  const [folder, argument] = process.argv.slice(2);
  const options = { folder, company: 'c', origin: 'https://api.sequenzy.com' };
`;

/** Writes batches of three, two calls at a time, and prints each number once its batch is acknowledged. */
const writer = `${open}
  const ledger = await openFileLedger(options);
  const write = async (number) => {
    const fingerprint = String(number).padStart(16, '0');
    const stock = { inStock: true, out: ['x'.repeat(2000)] };
    await ledger.write([0, 1, 2].map((part) => ({ key: \`k\${number % 50}-\${part}\`, fingerprint, stock })));
    process.stdout.write(number + '\\n');
  };
  for (let number = Number(argument); ; number += 2) {
    await Promise.all([write(number), write(number + 1)]);
  }
`;

/** Waits for the starting shot, tries to open, says how it went, and holds on until it is killed. */
const contender = `${open}
  process.stdout.write('ready\\n');
  await new Promise((resolve) => process.stdin.once('data', resolve));
  try {
    await openFileLedger(options);
    process.stdout.write('won\\n');
  } catch (error) {
    process.stdout.write(error.code + ' ' + error.holder?.pid + '\\n');
  }
  setInterval(() => {}, 1000);
`;

test('killed 20 times at random moments, every acknowledged entry is there', async () => {
  const folder = await tempFolder();
  const program = await bundledProgram(folder, writer, import.meta.dirname);
  const acknowledged = new Map<string, number>();
  let number = 0;
  for (let kill = 0; kill < 20; kill++) {
    const child = start(program, folder, String(number));
    // its output ends a moment before it does
    const exit = once(child, 'exit');
    let seen = 0;
    for await (const line of linesOf(child)) {
      number = Math.max(number, Number(line) + 1);
      for (const part of [0, 1, 2]) acknowledged.set(`k${Number(line) % 50}-${part}`, Number(line));
      // the first acknowledgement proves that the dead one's lock was taken over
      if (++seen === 1) setTimeout(() => child.kill('SIGKILL'), Math.random() * 80);
    }
    await exit;
    expect(seen).toBeGreaterThan(0);
    const ledger = await openFileLedger(place(folder));
    const keys = [...acknowledged.keys()];
    const remembered = await ledger.read(keys);
    keys.forEach((key, at) => {
      // what was in flight may have arrived as well
      expect(Number(remembered[at]?.fingerprint)).toBeGreaterThanOrEqual(
        acknowledged.get(key) ?? 0,
      );
    });
    await ledger.close();
    number += 2;
  }
}, 60_000);

test("of many processes that start at once on a dead one's lock, exactly one wins", async () => {
  const folder = await tempFolder();
  const program = await bundledProgram(folder, contender, import.meta.dirname);
  let previous: ChildProcess | undefined;
  for (let round = 0; round < 4; round++) {
    const children = Array.from({ length: 8 }, () => start(program, folder, ''));
    const lines = children.map((child) => linesOf(child)[Symbol.asyncIterator]());
    await Promise.all(lines.map((line) => line.next()));
    if (previous !== undefined) await killed(previous);
    for (const child of children) child.stdin?.write('go\n');
    const answers = await Promise.all(lines.map(async (line) => String((await line.next()).value)));
    const winner = children[answers.indexOf('won')];
    expect(answers.filter((answer) => answer === 'won')).toHaveLength(1);
    const others = answers.filter((answer) => answer !== 'won');
    expect(new Set(others)).toEqual(new Set([`locked ${winner?.pid ?? 0}`]));
    previous = winner;
    const losers = children.filter((child) => child !== winner);
    await Promise.all(losers.map((child) => killed(child)));
  }
}, 60_000);

function place(folder: string): { folder: string; company: string; origin: string } {
  return { folder, company: 'c', origin: 'https://api.sequenzy.com' };
}

function start(program: string, folder: string, argument: string): ChildProcess {
  const child = spawn(process.execPath, [program, folder, argument], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

function linesOf(child: ChildProcess): AsyncIterable<string> {
  if (child.stdout === null) throw new Error('the child has no output');
  return createInterface({ input: child.stdout });
}

async function killed(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
