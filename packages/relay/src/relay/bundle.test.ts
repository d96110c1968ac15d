import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

it('bundles for a Worker, without a module of Node', async () => {
  const { metafile } = await build({
    stdin: {
      contents: "export * from '../index.ts';",
      resolveDir: import.meta.dirname,
      loader: 'ts',
    },
    bundle: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'esm',
    metafile: true,
    write: false,
    define: { __VERSION__: '"0"' },
    tsconfig: join(import.meta.dirname, '../../../../tsconfig.json'),
  });
  expect(Object.values(metafile.outputs).flatMap(({ imports }) => imports)).toEqual([]);
});
