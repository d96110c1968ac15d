import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

interface Manifest {
  readonly name: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest; // npm wrote it
}

const packages = readdirSync(join(root, 'packages')).filter((name) => name !== 'testkit');

/** What is published needs these; of the program and the pages also what is built into them. */
function neededBy(folder: string): readonly string[] {
  const manifest = manifestOf(`packages/${folder}`);
  const { dependencies, optionalDependencies, peerDependencies, devDependencies } = manifest;
  const builtIn = ['cli', 'pages'].includes(folder) ? devDependencies : {};
  const all = { ...dependencies, ...optionalDependencies, ...peerDependencies, ...builtIn };
  return Object.keys(all).filter((name) => !name.startsWith('sequenzy-'));
}

function licenceOf(name: string): string | undefined {
  const folders = ['.', ...packages.map((one) => `packages/${one}`)];
  const folder = folders
    .map((one) => `${one}/node_modules/${name}`)
    .find((one) => existsSync(join(root, one, 'package.json')));
  return folder === undefined ? undefined : manifestOf(folder).license;
}

const shortName = (folder: string): string =>
  manifestOf(`packages/${folder}`).name.replace('sequenzy-', '');

it('names every dependency in docs/security.md, with its licence and who needs it', () => {
  const needed = new Map<string, string[]>();
  for (const folder of packages) {
    for (const name of neededBy(folder)) {
      needed.set(name, [...(needed.get(name) ?? []), shortName(folder)].sort());
    }
  }
  const expected = [...needed]
    .map(([name, by]) => [name, licenceOf(name), by.join(', ')])
    .sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
  const page = readFileSync(join(root, 'docs/security.md'), 'utf8');
  const [, table = ''] = page.split('## Dependencies');
  const rows = [...table.matchAll(/^\| `(\S+)` +\| (\S+) +\| (.*?) +\| (\S.*?) +\|$/gm)];
  expect(rows.map(([, name, licence, by]) => [name, licence, by])).toEqual(expected);
});
