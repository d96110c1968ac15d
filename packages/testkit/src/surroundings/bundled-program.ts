import { join } from 'node:path';

/**
 * A program for a child process, as one file in a folder: Node 20 does not run TypeScript.
 *
 * @param contents Its text; what it imports is found from `home`.
 */
export async function bundledProgram(
  folder: string,
  contents: string,
  home: string,
): Promise<string> {
  const { build } = await import('esbuild'); // most tests need none
  const outfile = join(folder, 'program.mjs');
  await build({
    stdin: { contents, resolveDir: home, loader: 'js' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    // CommonJS packages that are built in ask for Node's own modules with it.
    banner: { js: requireInModules },
    outfile,
  });
  return outfile;
}

const requireInModules = `import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);`;
