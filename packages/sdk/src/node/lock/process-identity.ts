import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { systemCode } from 'sequenzy-store';

const run = promisify(execFile);

/**
 * What tells a process apart from a later one with its number: when it started. Linux: boot id and start in clock
 * ticks since boot. Elsewhere: what `ps` says. Windows: nothing. `undefined` where it cannot be told.
 */
export async function startOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined;
  if (process.platform !== 'linux') return startByPs(pid);
  const stat = await statOf(pid);
  if (stat === undefined) return undefined;
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  return `${boot.trim()}/${stat.startTicks}`;
}

/** Whether a process of this host runs under this number and, as far as can be told, is the one that started then. */
export async function isAlive(pid: number, start: string | undefined): Promise<boolean> {
  if (!exists(pid)) return false;
  if (process.platform === 'linux' && (await statOf(pid))?.ended === true) return false;
  const startNow = await startOf(pid);
  return start === undefined || startNow === undefined || start === startNow;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== 'ESRCH'; // EPERM: another user's
  }
}

interface Stat {
  readonly startTicks: string;
  /** Killed, and not yet collected by its parent. */
  readonly ended: boolean;
}

/** Source: proc_pid_stat(5). The fields follow the command's closing parenthesis: state is the 3rd, starttime the 22nd. */
async function statOf(pid: number): Promise<Stat | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state, startTicks] = [fields?.[0], fields?.[19]];
  if (state === undefined || startTicks === undefined) return undefined;
  return { startTicks, ended: /^[ZXx]$/.test(state) };
}

async function startByPs(pid: number): Promise<string | undefined> {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const answer = run('ps', ['-o', 'lstart=', '-p', String(pid)], { env });
  const { stdout } = await answer.catch(() => ({ stdout: '' }));
  return stdout.trim() === '' ? undefined : stdout.trim();
}
