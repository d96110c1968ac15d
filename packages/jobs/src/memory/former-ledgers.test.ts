import { access } from 'node:fs/promises';
import { openFileLedger, type FileLedger } from 'sequenzy-commerce/node';
import { liveSources } from 'sequenzy-sources/live';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { takeOverFormerLedgers } from './former-ledgers.ts';

const live = liveSources[0]?.name ?? '';
const stock = { inStock: true, out: ['red'] };
const entry = { fingerprint: '0123456789abcdef', stock };

it.each(['before the entries are written', 'once they are written'])(
  'is taken over from its beginning after a crash %s',
  async (moment) => {
    const folder = await tempFolder();
    const options = { folder, company: 'c', origin: 'https://api.sequenzy.com' };
    const former = await openFileLedger({ ...options, name: `products-of-${live}` });
    await former.write(['a', 'b', 'unknown'].map((key) => ({ key, fingerprint: null })));
    await former.close();
    const ledger = await openFileLedger(options);
    await ledger.write(['a', 'b', 'own'].map((key) => ({ key, ...entry })));

    const crashing: Pick<FileLedger, 'file' | 'read' | 'write'> = {
      file: ledger.file,
      read: (keys) => ledger.read(keys),
      async write(entries) {
        if (moment === 'once they are written') await ledger.write(entries);
        throw new Error('crash');
      },
    };
    const open = (name: string) => openFileLedger({ ...options, name, readonly: true });
    await expect(takeOverFormerLedgers(crashing, open)).rejects.toThrow('crash');
    await access(former.file);
    await takeOverFormerLedgers(ledger, open);
    expect(await ledger.read(['a', 'b', 'own', 'unknown'])).toEqual([
      { ...entry, feed: live },
      { ...entry, feed: live },
      entry,
      undefined,
    ]);
    await expect(access(former.file)).rejects.toThrow('ENOENT');
    await takeOverFormerLedgers(ledger, open);
    await ledger.close();
  },
);
