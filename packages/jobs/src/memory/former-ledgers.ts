import { KeySet } from 'sequenzy-contract';
import type { LedgerEntry } from 'sequenzy-commerce';
import { moveToFeed, type MirrorLedger } from 'sequenzy-commerce/mirror';
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileLedger } from 'sequenzy-commerce/node';
import { liveSources, type LiveSource } from 'sequenzy-sources/live';
import { syncFolder } from 'sequenzy-store';
import { UserError } from '../report/user-error.ts';
import { unusableState } from '../state/state-folder.ts';
import { orAdvice } from './own-ledger.ts';
import { option, say } from 'sequenzy-contract';

/** Where releases before feeds kept the keys of what came from a live source. */
export type FormerLedger = `products-of-${string}`;

/** Opens one to read only; a missing one reads as empty. */
type Open = (name: FormerLedger) => Promise<FileLedger | undefined>;

/**
 * Gives the products of such ledgers the feed they came from, then removes these files. Killed at any moment, it is done
 * again from its beginning: nothing is read from a catalog before it is complete.
 *
 * @throws {UserError} when one of them cannot be read.
 */
export async function takeOverFormerLedgers(
  ledger: Pick<FileLedger, 'file' | 'read' | 'write'>,
  open: Open,
): Promise<void> {
  for (const live of liveSources) {
    await reading(live, open, async (former) => {
      await moveToFeed(ledger, former.keys(), live.name);
    });
  }
  const folder = dirname(ledger.file);
  try {
    for (const { name } of liveSources) await removeFormer(folder, name);
  } catch (error) {
    throw unusableState(folder, error);
  }
}

/** A ledger to read only, in which these products already are of the feed they came from. */
export async function withFormerFeeds(ledger: FileLedger, open: Open): Promise<MirrorLedger> {
  const feeds: { readonly name: string; readonly keys: KeySet }[] = [];
  for (const live of liveSources) {
    await reading(live, open, async (former) => {
      if (former.size === 0) return;
      const keys = new KeySet();
      for await (const key of former.keys()) keys.add(key);
      feeds.push({ name: live.name, keys });
    });
  }
  if (feeds.length === 0) return ledger;
  const moved = <Entry extends LedgerEntry>(key: string, entry: Entry): Entry => {
    const feed = feeds.find(({ keys }) => keys.has(key));
    return feed === undefined ? entry : { ...entry, feed: feed.name };
  };
  return {
    size: ledger.size,
    read: async (keys) => {
      const known = await ledger.read(keys);
      return keys.map((key, at) => known[at] && moved(key, known[at]));
    },
    async *list() {
      for await (const entry of ledger.list()) yield moved(entry.key, entry);
    },
    write: (entries) => ledger.write(entries),
  };
}

async function reading(
  { name, label }: LiveSource,
  open: Open,
  work: (former: FileLedger) => Promise<void>,
): Promise<void> {
  try {
    const former = await open(`products-of-${name}`);
    if (former !== undefined) await orAdvice(work(former).finally(() => former.close()));
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'ledger-damaged') throw error;
    // Without it `--prune` would take what came from the live source for what came from files.
    const advice = say`It says which products came from ${label}: run catalog sync ${option('from', name)} before the next ${option('prune')}.`;
    throw new UserError(error.code, error.message, advice);
  }
}

/** The ledger itself goes last, and does not come back when the machine fails. */
async function removeFormer(folder: string, name: string): Promise<void> {
  const former = `products-of-${name}`;
  const files = (await readdir(folder)).filter((file) => file.startsWith(`${former}.`));
  if (files.length === 0) return;
  const last = `${former}.ndjson`;
  for (const file of [...files.filter((one) => one !== last), last]) {
    await rm(join(folder, file), { force: true });
  }
  await syncFolder(folder);
}
