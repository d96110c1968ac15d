import { readFileSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';

interface Manifest {
  readonly version: string;
  readonly dependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
}

/** One published package: its own dependencies stay outside, the contract is built in. */
function bundle(name: string, entry: string[], options: Options = {}): Options {
  const manifest = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8')) as Manifest; // our own file
  const outside = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  return {
    name,
    entry: entry.map((file) => `packages/${name}/src/${file}`),
    outDir: `packages/${name}/dist`,
    format: ['esm'],
    target: 'node20',
    clean: true,
    external: outside.map((dependency) => new RegExp(`^${dependency}(/|$)`)),
    noExternal: ['sequenzy-contract'],
    define: { __VERSION__: JSON.stringify(manifest.version) },
    dts: { resolve: ['sequenzy-contract'], compilerOptions: { ignoreDeprecations: '6.0' } },
    ...options,
  };
}

export default defineConfig([
  bundle('sdk', ['index.ts', 'node/index.ts'], { format: ['esm', 'cjs'], platform: 'neutral' }),
  bundle('sandbox', ['index.ts', 'server.ts', 'msw.ts']),
  bundle('sources', ['index.ts']),
  bundle('cli', ['bin.ts'], { dts: false, splitting: true }),
]);
