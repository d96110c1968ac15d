import { systemCode } from 'sequenzy-contract';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AtomicFile } from 'sequenzy-store';
import { parseRun, type RunRecord } from './run-record.ts';

const mostKept = 200;
const ending = '.json';
const reportEnding = '.report';

/** Writes a record whole, in place of the one with its id. `text` must not hold the key. */
export async function writeRun(stateFolder: string, id: string, text: string): Promise<void> {
  const folder = folderIn(stateFolder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await AtomicFile.create(join(folder, id + ending));
  try {
    await file.write(`${text}\n`);
    await file.keep();
  } catch (error) {
    await file.discard().catch(() => undefined); // the first error counts
    throw error;
  }
}

/** Writes what a report of a run shows beside its record. `text` must hold no secrets. */
export async function writeRunReport(stateFolder: string, id: string, text: string): Promise<void> {
  const file = await AtomicFile.create(join(folderIn(stateFolder), id + reportEnding));
  await file.write(text);
  await file.keep();
}

/** Undefined where none was written: of a run that was killed, or of an older version. */
export async function readRunReport(stateFolder: string, id: string): Promise<string | undefined> {
  return readFile(join(folderIn(stateFolder), id + reportEnding), 'utf8').catch(() => undefined);
}

/** Takes away what is older than the newest ones, and what writes that were cut off have left. */
export async function dropOldRuns(stateFolder: string): Promise<void> {
  const names = await namesIn(stateFolder);
  const records = names.filter((name) => name.endsWith(ending));
  const oldest = records[Math.max(0, records.length - mostKept)] ?? '';
  const old = names.filter((name) => name < oldest);
  for (const name of old) await rm(join(folderIn(stateFolder), name), { force: true });
}

/** The newest first. What cannot be read is passed over. */
export async function* readRuns(stateFolder: string): AsyncGenerator<RunRecord> {
  const names = (await namesIn(stateFolder)).filter((name) => name.endsWith(ending)).reverse();
  for (const name of names) {
    const text = await readFile(join(folderIn(stateFolder), name), 'utf8').catch(() => '');
    const record = parseRun(text);
    if (record !== undefined) yield record;
  }
}

/** In the order of their ids, which is that of time. */
async function namesIn(stateFolder: string): Promise<string[]> {
  try {
    return (await readdir(folderIn(stateFolder))).sort();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}

function folderIn(stateFolder: string): string {
  return join(stateFolder, 'runs');
}
