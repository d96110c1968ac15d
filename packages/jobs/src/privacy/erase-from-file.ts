import { readFile } from 'node:fs/promises';
import { addressPattern, mentionsAddress } from 'sequenzy-contract';
import { AtomicFile } from 'sequenzy-store';
import { fileMentions } from './mentions.ts';

interface Erasing {
  readonly email: string;
  readonly dryRun: boolean;
}

/** What stands where an address was. */
const erased = '(erased)';

/** Takes every record with the address out of a file of rows, or of a JSON document a line; gives back how many they are. */
export async function eraseRecords(path: string, { email, dryRun }: Erasing): Promise<number> {
  if (!(await fileMentions(path, email))) return 0;
  const records = recordsOf(await readFile(path, 'utf8'));
  const kept = records.filter((record) => !mentionsAddress(record, email));
  if (!dryRun) await replace(path, kept.join(''));
  return records.length - kept.length;
}

/** Takes the address out of a text, and leaves the rest; gives back how often it was there. */
export async function eraseMentions(path: string, { email, dryRun }: Erasing): Promise<number> {
  if (!(await fileMentions(path, email))) return 0;
  let count = 0;
  const text = (await readFile(path, 'utf8')).replace(addressPattern(email), () => {
    count += 1;
    return erased;
  });
  if (!dryRun) await replace(path, text);
  return count;
}

/** Lines with their ends. In CSV a record has several lines while a quote is open. */
function recordsOf(text: string): readonly string[] {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  if (text.startsWith('{')) return lines;
  const records: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    if (isOpen) records.push(`${records.pop() ?? ''}${line}`);
    else records.push(line);
    if ((line.split('"').length - 1) % 2 === 1) isOpen = !isOpen;
  }
  return records;
}

async function replace(path: string, text: string): Promise<void> {
  const file = await AtomicFile.create(path);
  try {
    await file.write(text);
    await file.keep();
  } catch (error) {
    await file.discard().catch(() => undefined); // the first error counts
    throw error;
  }
}
