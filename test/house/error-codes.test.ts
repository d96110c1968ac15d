import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Where the codes of each place stand. */
const places = {
  client: 'packages/transport/src/errors/api-error.ts',
  sources: 'packages/sources/src/faults/source-error.ts',
  ledger: 'packages/sdk/src/node/ledger-error.ts',
  command: 'packages/jobs/src/report/failure-code.ts',
};

/** The words of the union that lists a package's own codes. */
function codesIn(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\//g, '');
  const unions = [...text.matchAll(/^(?:export )?type \w+ =([^;]+);/gm)].map(
    ([, union = '']) => union,
  );
  return unions.flatMap((union) => [...union.matchAll(/'([^']+)'/g)].map(([, code = '']) => code));
}

const inSource = Object.entries(places).flatMap(([place, file]) =>
  codesIn(file).map((code) => `${place} ${code}`),
);

it('are kebab case', () => {
  expect(inSource.filter((entry) => !/^\w+ [a-z]+(-[a-z]+)*$/.test(entry))).toEqual([]);
});

it('stand in the documentation, with cause and way out', () => {
  const table = readFileSync('docs/errors.md', 'utf8').matchAll(
    /^\| `([^`]+)` +\| (\w+) +\| +(\S[^|]*) \| +(\S[^|]*) \|$/gm,
  );
  const documented = Array.from(table, ([, code = '', place = '']) => `${place} ${code}`);
  expect(documented).toEqual([...new Set(documented)]);
  expect([...documented].sort()).toEqual([...inSource].sort());
});
