import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const config = readFileSync(join(root, 'docs/.vitepress/config.mjs'), 'utf8');

it('has every page of docs in the navigation of the site, and no other', () => {
  const named = [...config.matchAll(/page\('[^']*', '([^']+)'\)|page\("[^"]*", '([^']+)'\)/g)].map(
    ([, one, other]) => one ?? other ?? '',
  );
  expect(named.filter((path) => !existsSync(join(root, `${path}.md`)))).toEqual([]);
  // Those of a folder, and those that are there later, are found by the configuration itself.
  const found = config.includes("['performance', 'reliability']")
    ? ['performance', 'reliability']
    : [];
  const pages = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
  const missing = pages
    .map((name) => name.replace(/\.md$/, ''))
    .filter((name) => !named.includes(`docs/${name}`) && !found.includes(name));
  expect(missing).toEqual([]);
});

it('names files and folders in the pages for contributors that exist', () => {
  const folder = 'docs/contributing';
  const named = readdirSync(join(root, folder)).flatMap((page) => {
    const text = readFileSync(join(root, folder, page), 'utf8');
    return [...text.matchAll(/`((?:packages|test|docs|scripts)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    );
  });
  expect(named.length).toBeGreaterThan(20);
  const missing = named.filter((path) => !existsSync(join(root, path)));
  // What the guide makes, and what it names in general.
  expect(missing.filter((path) => !path.includes('acme-shop'))).toEqual([]);
});
