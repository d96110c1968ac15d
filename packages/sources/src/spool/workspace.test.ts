import { mkdir, readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { Workspace } from './workspace.ts';

it('removes what a dead process left more than a day ago, and nothing else', async () => {
  const parent = await tempFolder();
  const dead = 2 ** 22 + 1; // above the largest process id
  const now = Date.UTC(2026, 0, 10);
  const old = new Date(Date.UTC(2026, 0, 8));
  const young = new Date(now - 1000);
  const folders = [
    [`sequenzy-sources-${String(dead)}-old`, old],
    [`sequenzy-sources-${String(dead)}-young`, young],
    [`sequenzy-sources-${String(process.pid)}-alive`, old],
    ['something-else', old],
  ] as const;
  for (const [name, time] of folders) {
    await mkdir(join(parent, name));
    await utimes(join(parent, name), time, time);
  }
  const workspace = await Workspace.create(parent, now);
  await workspace.remove();
  expect((await readdir(parent)).toSorted()).toEqual(
    folders
      .slice(1)
      .map(([name]) => name)
      .toSorted(),
  );
});
