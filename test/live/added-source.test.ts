import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const added = join(import.meta.dirname, 'example-shop/index.ts');

/** The command line with one more line in the registry of live sources. */
async function programWithAdded(folder: string): Promise<string> {
  const outfile = join(folder, 'program.mjs');
  await build({
    entryPoints: [join(root, 'packages/cli/src/main/bin.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    external: ['undici', 'msw'],
    define: { __VERSION__: '"0.0.0"' },
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    plugins: [
      {
        name: 'registry',
        setup(bundle) {
          bundle.onLoad({ filter: /sources[\\/]src[\\/]open[\\/]live\.ts$/ }, async ({ path }) => {
            const text = await readFile(path, 'utf8');
            const import_ = `import { exampleShop } from ${JSON.stringify(added)};\n`;
            return { contents: import_ + text.replace(/\];\s*$/, ', exampleShop];'), loader: 'ts' };
          });
        },
      },
    ],
  });
  return outfile;
}

interface Run {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return new Promise((resolve) => {
    const surroundings = { PATH: process.env['PATH'], ...env };
    execFile(
      process.execPath,
      [program, 'catalog', ...args],
      { env: surroundings },
      (error, stdout, stderr) => {
        resolve({ exitCode: Number(error?.code ?? 0), stdout, stderr });
      },
    );
  });
}

it('takes a live source of one folder and one line of the registry, with its options in the help', async () => {
  const program = await programWithAdded(await tempFolder());
  const check = ['check', '--from', 'example-shop', '--json'];
  const [help, all, one, refused, misplaced] = await Promise.all([
    run(program, ['check', '--help-all']),
    run(program, check, { EXAMPLE_SHOP_TOKEN: 'right' }),
    run(program, [...check, '--example-shop-only', 'b'], { EXAMPLE_SHOP_TOKEN: 'right' }),
    run(program, check, { EXAMPLE_SHOP_TOKEN: 'wrong-token' }),
    run(program, ['check', '--from', 'fanfare', '--example-shop-only', 'b']),
  ]);
  expect(help.stdout.replace(/\s+/g, ' ')).toContain(
    '--example-shop-token-file <path> file that holds the token of Example Shop (default: $EXAMPLE_SHOP_TOKEN)',
  );
  expect(help.stdout).toMatch(/--example-shop-only <sku> +read this product alone/);
  expect(help.stdout).toContain('$ sequenzy-cli catalog check --from example-shop\n');
  expect(JSON.parse(all.stdout)).toMatchObject({
    status: 'completed',
    source: { files: ['example-shop'], format: 'example-shop', products: 2 },
  });
  expect(JSON.parse(one.stdout)).toMatchObject({ source: { products: 1 } });
  expect(refused.exitCode).toBe(4);
  expect(refused.stderr).toContain(
    'Example Shop could not be read: the token is wrong. Ask the shop for a new token.',
  );
  expect(refused.stdout + refused.stderr).not.toContain('wrong-token');
  expect(misplaced).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining(
      '--example-shop-only cannot be used with --from fanfare',
    ) as string,
  });
});
