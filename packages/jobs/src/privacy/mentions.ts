import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { mentionsAddress, systemCode } from 'sequenzy-contract';

/** No address is longer. */
const overlap = 1024;

/** Whether a file has the address in it. Read in pieces: it may be large. */
export async function fileMentions(path: string, email: string): Promise<boolean> {
  let tail = '';
  try {
    for await (const piece of createReadStream(path, {
      encoding: 'utf8',
      highWaterMark: 1 << 20,
    })) {
      const text = tail + String(piece);
      if (mentionsAddress(text, email)) return true;
      tail = text.slice(-overlap);
    }
    return false;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false; // another process has removed it
    throw error;
  }
}

/** Every file below a folder; none where there is no such folder. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: unknown) => {
      if (systemCode(error) === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
