import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export const cli = join(import.meta.dirname, '../../packages/cli/dist/bin.js');

/** Rows that are measured in a folder of their own, which is removed afterwards. */
export async function* inFolder(measure) {
  const cwd = mkdtempSync(join(tmpdir(), 'sequenzy-bench-'));
  try {
    yield* measure(cwd);
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/** Runs a program to its end: seconds it took, its CPU seconds and peak memory in MB (both Linux only), what it printed. */
export async function measured(args, { cwd, env = {} }) {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, { cwd, env: { PATH: process.env.PATH, ...env } });
  let used = { peak: 0, cpu: 0 };
  const watch = setInterval(() => {
    used = usedBy(child.pid) ?? used;
  }, 10);
  const [stdout, stderr] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  clearInterval(watch);
  if (child.exitCode !== 0) throw new Error(`${args.join(' ')} ended badly: ${stderr}${stdout}`);
  return { seconds: (performance.now() - startedAt) / 1000, ...used, stdout };
}

/** A row of the table. */
export function figures(what, { seconds, cpu, peak }, goal) {
  const [time, work] = [`${seconds.toFixed(2)} s`, `${cpu.toFixed(2)} s`];
  return { what, time, cpu: work, peak: `${peak.toFixed(0)} MB`, ...(goal && { goal }) };
}

/** So far; undefined where it is not known. */
function usedBy(pid) {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    if (kilobytes === undefined) return undefined; // it has ended
    const [, user, system] =
      /^\d+ \(.*\) (?:\S+ ){11}(\d+) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    // In clock ticks, of which Linux counts 100 a second.
    return { peak: Number(kilobytes) / 1024, cpu: (Number(user) + Number(system)) / 100 };
  } catch {
    return undefined;
  }
}
