import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stateOf } from '../cli/cli-process.ts';

/** What the ledger's file says, read by nothing of the program's own. */
export interface LedgerFile {
  /** Key -> fingerprint of what was acknowledged last; `null` where that is in doubt. */
  readonly fingerprints: ReadonlyMap<string, string | null>;
  /** Lines before the last one that are no JSON. The last one may be cut off. */
  readonly damagedLines: number;
}

export async function readLedgerFile(cwd: string, file: string): Promise<LedgerFile> {
  const names = await readdir(stateOf(cwd), { recursive: true }).catch(() => []);
  const name = names.find((one) => one.endsWith(file));
  const text = name === undefined ? '' : await readFile(join(stateOf(cwd), name), 'utf8');
  const lines = text.split('\n');
  lines.pop(); // empty, or cut off
  const fingerprints = new Map<string, string | null>();
  let damagedLines = 0;
  for (const line of lines.slice(1)) {
    const entry = parse(line);
    if (entry === undefined) damagedLines += 1;
    else fingerprints.set(entry.k, entry.f ?? null);
  }
  return { fingerprints, damagedLines };
}

function parse(line: string): { k: string; f?: string | null } | undefined {
  try {
    return JSON.parse(line) as { k: string; f?: string | null }; // as the ledger's author documents it
  } catch {
    return undefined;
  }
}
