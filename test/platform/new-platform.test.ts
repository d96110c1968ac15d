import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { longForm, tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What a newcomer has after `git clone` and `npm ci`, as far as a platform touches it. */
async function clone(): Promise<string> {
  const folder = await tempFolder();
  const isWanted = (path: string): boolean =>
    !/(^|\/)(node_modules|dist|golden)(\/|$)/.test(relative(root, path));
  const files = ['package.json', 'tsconfig.json', 'vitest.config.ts', 'eslint.config.js'];
  const parts = ['packages', 'docs/sources.md', 'scripts', 'test/sources-docs.test.ts'];
  for (const part of [...files, ...parts, '.prettierrc.json']) {
    cpSync(join(root, part), join(folder, part), { recursive: true, filter: isWanted });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function run(cwd: string, command: string, ...args: readonly string[]) {
  const env = { ...process.env, CI: 'true', NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', env });
  return { status, output: stdout + stderr };
}

it('docs/contributing/adding-a-platform.md leads to a platform that passes its tests in minutes', async () => {
  const startedAt = performance.now();
  const guide = readFileSync(join(root, 'docs/contributing/adding-a-platform.md'), 'utf8');
  expect(guide).toContain('npm run new-platform acme-shop');
  const folder = await clone();
  const made = run(folder, 'npm', 'run', '--silent', 'new-platform', 'acme-shop');
  expect([made.status, made.output]).toEqual([0, expect.stringContaining('Acme Shop is made')]);
  const platform = 'packages/sources/src/platforms/acme-shop';
  const tests = run(
    folder,
    ...(['npx', 'vitest', 'run', '--maxWorkers=1', platform] as const),
    ...['packages/sources/src/open/product-registry.test.ts', 'test/sources-docs.test.ts'],
    ...['-t', 'acme-shop|Acme Shop|every platform folder'],
  );
  expect(tests.status, tests.output).toBe(0);
  expect(tests.output).toContain(platform);
  const written = [platform, 'packages/sources/src/open', 'docs/sources.md'];
  const laidOut = run(folder, 'npx', 'prettier', '--check', '--log-level', 'warn', ...written);
  expect(laidOut).toEqual({ status: 0, output: '' });
  if (longForm) {
    const linted = run(folder, 'npx', 'eslint', '--max-warnings', '0', platform);
    expect(linted).toEqual({ status: 0, output: '' });
  }
  const again = run(folder, 'npm', 'run', '--silent', 'new-platform', 'acme-shop');
  expect([again.status, again.output]).toEqual([2, expect.stringContaining('is there already')]);
  const unnamed = run(folder, 'npm', 'run', '--silent', 'new-platform', 'Acme');
  expect([unnamed.status, unnamed.output]).toEqual([2, expect.stringContaining('kebab case')]);
  expect(performance.now() - startedAt).toBeLessThan(600_000);
}, 600_000);
