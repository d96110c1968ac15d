import { execFileSync, spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../open/catalog.ts';

async function fifo(): Promise<string> {
  const path = join(await tempFolder(), 'pipe.csv');
  execFileSync('mkfifo', [path]);
  return path;
}

describe.skipIf(process.platform !== 'linux')('a named pipe', () => {
  it('is read to its end, also where its writer comes late and goes slowly', async () => {
    const path = await fifo();
    const opening = openCatalog([path]);
    await sleep(50);
    const writer = await open(path, 'w');
    await writer.write('productId,title\n');
    await sleep(50);
    await writer.write(Array.from({ length: 20_000 }, (_, n) => `${String(n)},A\n`).join(''));
    await writer.close();
    const catalog = await opening;
    expect(catalog.counts.records).toBe(20_000);
    await catalog.close();
  });

  it('without a writer is waited for until the signal', async () => {
    const interruption = new AbortController();
    const opening = openCatalog([await fifo()], { signal: interruption.signal });
    await sleep(50);
    interruption.abort(new Error('enough'));
    await expect(opening).rejects.toThrow('enough');
  });

  it('whose writer writes nothing is empty', async () => {
    const path = await fifo();
    const opening = openCatalog([path]);
    spawn('sh', ['-c', ': > "$0"', path]);
    await expect(opening).rejects.toThrow('the file is empty');
  });
});
