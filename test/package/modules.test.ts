import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What is published to be imported. */
const packages = ['transport', 'sdk', 'fanfare', 'sandbox', 'sources', 'jobs', 'relay'];

type Entry = Record<'import' | 'require', { readonly types: string; readonly default: string }>;

interface Manifest {
  readonly name: string;
  readonly main: string;
  readonly types: string;
  readonly exports: Readonly<Record<string, Entry | string>>;
  readonly typesVersions?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

function folderOf(name: string) {
  return join(import.meta.dirname, '../../packages', name);
}

function manifestOf(name: string) {
  return JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8')) as Manifest; // our own
}

function entriesOf({ exports }: Manifest): [string, Entry][] {
  return Object.entries(exports).filter(
    (pair): pair is [string, Entry] => typeof pair[1] !== 'string',
  );
}

const entries = packages.flatMap((folder) =>
  entriesOf(manifestOf(folder)).map(([path, entry]) => ({ folder, path, entry })),
);

/** What copies.mjs says of one entry. */
interface Told {
  readonly esm: readonly string[];
  readonly cjs: readonly string[];
  readonly strangers: readonly string[];
}

describe('each entry', () => {
  const files = entries.map(({ folder, entry }) =>
    [entry.import, entry.require].map((one) => join(folderOf(folder), one.default)),
  );
  const copies = join(import.meta.dirname, 'copies.mjs');
  const output = execFileSync(process.execPath, [copies, JSON.stringify(files)]);
  const told = JSON.parse(String(output)) as Told[]; // as it prints it

  it.each(entries)('$folder $path exports the same as ESM and as CommonJS', (one) => {
    const { esm, cjs } = told[entries.indexOf(one)] ?? {};
    expect(cjs).toEqual(esm);
    expect(esm).not.toEqual([]);
  });

  it.each(entries)('$folder $path takes errors of one copy for those of the other', (one) => {
    expect(told[entries.indexOf(one)]?.strangers).toEqual([]);
  });
});

it.each(packages)('%s says for old resolvers what it says for new ones', (folder) => {
  const manifest = manifestOf(folder);
  const byPath = new Map(entriesOf(manifest));
  const main = byPath.get('.');
  expect([manifest.main, manifest.types]).toEqual([main?.require.default, main?.require.types]);
  byPath.delete('.');
  const expected = [...byPath].map(
    ([
      path,
      {
        require: { types },
      },
    ]) => [path.slice(2), [types]],
  );
  expect(Object.entries(manifest.typesVersions?.['*'] ?? {})).toEqual(expected);
});
