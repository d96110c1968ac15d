import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { stateOf } from '../cli/cli-process.ts';

/** What the ledger's file says, read by nothing of the program's own. */
export interface LedgerFile {
  /** Key -> fingerprint of what was acknowledged last; `null` where that is in doubt. */
  readonly fingerprints: ReadonlyMap<string, string | null>;
  /** Lines before the last one that are no JSON or have a wrong checksum. The last one may be cut off. */
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
    else if (entry.k !== undefined) fingerprints.set(entry.k, entry.f ?? null);
  }
  return { fingerprints, damagedLines };
}

interface Line {
  /** Absent on a line that is no entry. */
  readonly k?: string;
  readonly f?: string | null;
  readonly c: string;
}

/** Undefined where it is no JSON, or its checksum is wrong. */
function parse(line: string): Line | undefined {
  try {
    const parsed = JSON.parse(line) as Line; // as docs/ledger.md has it
    const sum = crc32(line.slice(0, line.lastIndexOf(',"c":')))
      .toString(16)
      .padStart(8, '0');
    return parsed.c === sum ? parsed : undefined;
  } catch {
    return undefined;
  }
}
