import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { homeFolder } from 'sequenzy-store';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Where the processes of this user that share keys meet. `SEQUENZY_QUOTA_DIR` names it; else it is the platform's place
 * for state: `$XDG_STATE_HOME/sequenzy/quota`, `~/Library/Application Support/sequenzy/quota` or
 * `%LOCALAPPDATA%\sequenzy\quota`. Source: XDG Base Directory Specification.
 */
export function quotaRoot(env: Env, platform: NodeJS.Platform = process.platform): string {
  const given = (name: string): string | undefined => (env[name] === '' ? undefined : env[name]);
  const named = given('SEQUENZY_QUOTA_DIR');
  if (named !== undefined) return named;
  const own = join('sequenzy', 'quota');
  const shared = given(platform === 'win32' ? 'LOCALAPPDATA' : 'XDG_STATE_HOME');
  if (shared !== undefined && platform !== 'darwin') return join(shared, own);
  // The temporary folder is shared, so there it is by user.
  const home = homeFolder() ?? join(tmpdir(), `sequenzy-${String(process.getuid?.() ?? 'user')}`);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', own);
  return platform === 'win32'
    ? join(home, 'AppData', 'Local', own)
    : join(home, '.local/state', own);
}

/**
 * The folder of one key at one origin, on one running machine: times in it are by the machine's clock, which no other
 * machine with the same home folder has. Of the key it holds a hash only.
 */
export function quotaFolder(root: string, quota: { apiKey: string; origin: string }): string {
  return join(root, `${quotaId(quota)}-${machine()}`);
}

/** Names a quota without giving the key away. */
export function quotaId({ apiKey, origin }: { apiKey: string; origin: string }): string {
  return createHash('sha256')
    .update(JSON.stringify([apiKey, origin]))
    .digest('hex')
    .slice(0, 24);
}

/** Linux: the running kernel, which containers share. Elsewhere: the machine's name. */
function machine(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim().slice(0, 8);
  } catch {
    return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  }
}
