import { mkdtempSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** `npm run test:long`. Read by hand, since a project is not told the mode it runs in. */
const isLong = process.argv.join(' ').includes('--mode long');

/** `npm run docs:options` */
const isWriting = process.argv.join(' ').includes('--mode docs');

/** Never the user's own. */
const quotaFolder = mkdtempSync(join(tmpdir(), 'sequenzy-quota-'));

export default defineConfig({
  resolve: { tsconfigPaths: true },
  define: { __VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    // More than there are cores: a fifth of the time is spent waiting for children and their pace.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // See the testkit.
    env: {
      TEST_FORM: isLong ? 'long' : 'short',
      DOCS: isWriting ? 'write' : 'compare',
      SEQUENZY_QUOTA_DIR: quotaFolder,
    },
    projects: [
      {
        extends: true,
        // Modules are loaded once for all files: that halves the time. A busy machine is not a failure.
        test: {
          name: 'unit',
          isolate: false,
          include: ['packages/*/src/**/*.test.ts'],
          exclude: ['**/*.mocked.test.ts', '**/node_modules/**'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        // A mock is of the modules that its file loads.
        test: {
          name: 'mocked',
          include: ['packages/*/src/**/*.mocked.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'end to end',
          isolate: false,
          include: ['test/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
