import { readFileSync, readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Manifest {
  readonly exports?: object;
}

const packages = readdirSync('packages');
const root = 'the root';

function filesOf(name: string): readonly string[] {
  const files = readdirSync(`packages/${name}/src`, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /(?<!\.(test|bench|process))\.ts$/.test(file));
}

function roomOf(file: string): string {
  return /^([^/]+)\//.exec(file)?.[1] ?? root;
}

/** The two folders side by side in which two files stand, at whatever depth: `backfill/known > backfill/totals`. */
function arrowBetween(from: string, to: string): readonly string[] {
  const [one, other] = [from.split('/').slice(0, -1), to.split('/').slice(0, -1)];
  const at = one.findIndex((folder, depth) => folder !== other[depth]);
  const isBeside = at >= 0 && other[at] !== undefined;
  if (isBeside) return [`${one.slice(0, at + 1).join('/')} > ${other.slice(0, at + 1).join('/')}`];
  return roomOf(from) === roomOf(to) ? [] : [`${roomOf(from)} > ${roomOf(to)}`];
}

/** An arrow for every folder that imports from another one. The face of a package imports from all. */
function arrowsOf(name: string): ReadonlySet<string> {
  const source = resolve('packages', name, 'src');
  const inside = filesOf(name).filter((file) => file !== 'index.ts');
  const arrows = inside.flatMap((file) => {
    const text = readFileSync(`${source}/${file}`, 'utf8');
    const imports = [...text.matchAll(/(?:\bfrom |\bimport\()'(\.[^']+)'/g)];
    return imports.flatMap(([, path = '']) =>
      arrowBetween(file, resolve(source, dirname(file), path).slice(source.length + 1)),
    );
  });
  return new Set(arrows);
}

function pairsOf(name: string): readonly string[] {
  const arrows = arrowsOf(name);
  return [...arrows].flatMap((arrow) => {
    const [from = '', to = ''] = arrow.split(' > ');
    return from < to && arrows.has(`${to} > ${from}`) ? [`${name}: ${from}, ${to}`] : [];
  });
}

/** The face, and what else users or builds begin with. */
function entriesOf(name: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8')) as Manifest; // our own file
  const built = JSON.stringify(manifest.exports).matchAll(/dist\/([\w-]+)\.js"/g);
  return ['index.ts', 'version.d.ts', ...[...built].map(([, entry = '']) => `${entry}.ts`)];
}

describe('the folders of a package', () => {
  it('do not import each other', () => {
    expect(packages.flatMap(pairsOf)).toEqual([]);
  });

  it('hold every file but the entries', () => {
    const loose = packages.flatMap((name) => {
      const entries = entriesOf(name);
      const outside = filesOf(name).filter((file) => roomOf(file) === root);
      return outside.filter((file) => !entries.includes(file)).map((file) => `${name}: ${file}`);
    });
    expect(loose).toEqual([]);
  });
});
