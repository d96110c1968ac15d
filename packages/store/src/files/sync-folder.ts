import { open } from 'node:fs/promises';
import { systemCode } from '../errors/store-error.ts';

/** What systems say that cannot sync a folder, or may not open one for it. */
const impossible = ['EINVAL', 'ENOTSUP', 'ENOSYS', 'EACCES', 'EPERM'];

/** Makes the names in a folder durable, where the system can. Windows cannot open a folder, and does not need to. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (!impossible.includes(systemCode(error) ?? '')) throw error;
  }
}
