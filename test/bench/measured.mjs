import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export const cli = join(import.meta.dirname, '../../packages/cli/dist/bin.js');

/** Runs a program to its end: seconds it took, its peak memory in MB (Linux only), what it printed. */
export async function measured(args, { cwd, env = {} }) {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, { cwd, env: { PATH: process.env.PATH, ...env } });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 20);
  const [stdout, stderr] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  clearInterval(watch);
  if (child.exitCode !== 0) throw new Error(`${args.join(' ')} ended badly: ${stderr}${stdout}`);
  return { seconds: (performance.now() - startedAt) / 1000, peak, stdout };
}

/** MB; 0 where it is not known. */
function peakOf(pid) {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}
