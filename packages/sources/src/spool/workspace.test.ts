import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it, vi } from 'vitest';
import { openText } from '../open/open-text.ts';
import { openCatalog } from '../open/catalog.ts';
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

it.each([
  ['does not exist', async () => join(await tempFolder(), 'none'), 'it does not exist'],
  ['is a file', fileInstead, 'it is not a folder'],
])('says so where the folder %s', async (_, folder, reason) => {
  const tempFolderPath = await folder();
  await expect(openText('productId,title\n1,A\n', { tempFolder: tempFolderPath })).rejects.toThrow(
    `the folder of temporary files ${tempFolderPath} cannot be used: ${reason}. Set TMPDIR to a folder with room.`,
  );
});

it('says so where the folder goes away while it is used', async () => {
  const parent = await tempFolder();
  async function* removing(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('productId,title\n');
    for (const name of await readdir(parent)) await rm(join(parent, name), { recursive: true });
    yield Buffer.from('1,A\n');
  }
  await expect(openCatalog(['-'], { stdin: removing(), tempFolder: parent })).rejects.toMatchObject(
    {
      code: 'unreadable',
      message: expect.stringContaining(`${parent} cannot be used: it does not exist`) as string,
    },
  );
});

it('takes its files along when the process ends in the middle', async () => {
  vi.resetModules(); // other tests of this process may have listened already
  const fresh = await import('./workspace.ts');
  const before = process.listeners('exit');
  const workspace = await fresh.Workspace.create(await tempFolder());
  await writeFile(workspace.newFile('input'), 'secret');
  const [atExit] = process.listeners('exit').filter((listener) => !before.includes(listener));
  atExit?.call(process, 0);
  expect(existsSync(workspace.folder)).toBe(false);
  await workspace.remove();
  expect(process.listeners('exit')).toEqual(before);
});

async function fileInstead(): Promise<string> {
  const path = join(await tempFolder(), 'file');
  await writeFile(path, '');
  return path;
}
