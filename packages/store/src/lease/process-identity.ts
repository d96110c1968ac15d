import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';
import { systemCode } from '../errors/store-error.ts';

const run = promisify(execFile);

/** One process, told apart from all others as far as the system allows. */
export interface ProcessIdentity {
  /** To name it to people. Containers share names, so nothing is decided by it. */
  readonly host: string;
  readonly pid: number;
  /** Where the number means this process: the running kernel and its PID namespace. Absent where that is not known. */
  readonly space?: string;
  /** When it started, which tells it from a later process with its number. Absent where that is not known. */
  readonly start?: string;
}

export async function ownIdentity(): Promise<ProcessIdentity> {
  const [space, start] = [await ownSpace(), await startOf(process.pid)];
  return {
    host: hostname(),
    pid: process.pid,
    ...(space === undefined ? {} : { space }),
    ...(start === undefined ? {} : { start }),
  };
}

/** `unknown`: it belongs to another machine or PID namespace, where its number says nothing here. */
export async function fateOf(one: ProcessIdentity): Promise<'alive' | 'dead' | 'unknown'> {
  if (one.space === undefined || one.space !== (await ownSpace())) return 'unknown';
  return (await isAlive(one.pid, one.start)) ? 'alive' : 'dead';
}

/**
 * Linux: boot id and inode of the PID namespace. An inode may be used again, but only once nothing lives in the namespace
 * it stood for. macOS: the boot session. Windows tells nothing that would be sure.
 */
async function ownSpace(): Promise<string | undefined> {
  if (process.platform === 'darwin') return bootSession();
  if (process.platform !== 'linux') return undefined;
  try {
    // A /proc of another namespace numbers processes otherwise.
    if ((await readlink('/proc/self')) !== String(process.pid)) return undefined;
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    return `${boot.trim()}/${await readlink('/proc/self/ns/pid')}`;
  } catch {
    return undefined;
  }
}

async function bootSession(): Promise<string | undefined> {
  const answer = run('sysctl', ['-n', 'kern.bootsessionuuid']);
  const { stdout } = await answer.catch(() => ({ stdout: '' }));
  return stdout.trim() === '' ? undefined : stdout.trim();
}

/** Linux: clock ticks since boot. Elsewhere: what `ps` says. Windows: nothing. */
async function startOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') return (await statOf(pid))?.startTicks;
  return process.platform === 'win32' ? undefined : startByPs(pid);
}

async function isAlive(pid: number, start: string | undefined): Promise<boolean> {
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
