import { writeFileSync } from 'node:fs';
import { longForm } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { commands } from '../../packages/cli/src/commands/program.ts';
import { definitionOf, documentsSchema, published, readPublished } from './published.ts';

const isWriting = process.env['DOCS'] === 'write';

// Reading all types takes some seconds: what real documents do not show is left to the long form.
it.runIf(longForm || isWriting)(
  'the published schemas are those of the types',
  { timeout: 300_000 },
  () => {
    const schema = documentsSchema();
    if (isWriting) writeFileSync(published, `${JSON.stringify(schema, null, 1)}\n`);
    else expect(readPublished(), 'Run npm run docs:options, and commit it.').toEqual(schema);
  },
);

it('there is a schema of every command', () => {
  const { $defs } = readPublished();
  const names = commands.map(({ name }) => definitionOf(name));
  expect(names.filter((name) => !(name in $defs))).toEqual([]);
});
