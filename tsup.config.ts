import { readFileSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';
import { buildPages } from './packages/pages/src/build/build-pages.ts';

interface Manifest {
  readonly version: string;
  readonly dependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

interface Bundle {
  readonly name: string;
  readonly entry: readonly string[];
  /** Dependencies that are built in. The contract and the store always are. */
  readonly inlined?: readonly string[];
  readonly options?: Options;
}

/** One published package: its own dependencies stay outside. */
function bundle({ name, entry, inlined = [], options = {} }: Bundle): Options {
  const manifest = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8')) as Manifest; // our own file
  const dependencies = Object.keys({
    ...manifest.dependencies,
    ...manifest.peerDependencies,
    ...manifest.optionalDependencies,
  });
  const outside = dependencies.filter((dependency) => !inlined.includes(dependency));
  return {
    name,
    entry: entry.map((file) => `packages/${name}/src/${file}`),
    outDir: `packages/${name}/dist`,
    format: ['esm'],
    target: 'node20',
    clean: true,
    external: outside.map((dependency) => new RegExp(`^${dependency}(/|$)`)),
    noExternal: ['sequenzy-contract', 'sequenzy-pages', 'sequenzy-store', ...inlined],
    define: { __VERSION__: JSON.stringify(manifest.version) },
    dts: {
      resolve: ['sequenzy-contract', 'sequenzy-pages', 'sequenzy-store'],
      compilerOptions: { ignoreDeprecations: '6.0' },
    },
    ...options,
  };
}

const neutral: Options = { platform: 'neutral' };

const transport = { name: 'transport', entry: ['index.ts'], options: neutral };
const sdk = {
  name: 'sdk',
  entry: [
    ...['index.ts', 'backfill/index.ts', 'resources/stock/index.ts', 'mirror/index.ts'],
    'delivery/prepared.ts',
    ...['automations/index.ts', 'node/index.ts', 'node/redis/index.ts'],
    ...['postgres', 'redis', 'conformance'].map((name) => `ledgers/${name}/index.ts`),
  ],
  options: neutral,
};

/** Of both kinds: ESM, and CommonJS with the ESM-only dependencies built in. */
function dual(one: Bundle, esmOnly: readonly string[] = []): Options[] {
  return [
    bundle({ ...one, options: { ...one.options, clean: ['**/*.js', '**/*.d.ts', '**/*.d.cts'] } }),
    bundle({
      ...one,
      // A CommonJS program could not require them on every Node 20.
      inlined: esmOnly,
      options: {
        format: ['cjs'],
        dts: false, // declarations.mjs makes them out of those of the ESM
        platform: 'node',
        splitting: true,
        shims: true,
        clean: ['**/*.cjs'],
      },
    }),
  ];
}

/** CommonJS packages that are built into a module ask for Node's own modules with it. */
const requireInModules = `import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);`;

export default defineConfig([
  ...dual(transport, ['is-network-error', 'ky', 'p-retry']),
  ...dual(sdk, ['p-limit']),
  ...dual({ name: 'fanfare', entry: ['index.ts'], options: neutral }),
  ...dual({
    name: 'sandbox',
    entry: ['index.ts', 'server.ts', 'dashboard.ts', 'msw.ts', 'examples.ts'],
    options: { onSuccess: () => buildPages(['dashboard'], 'packages/sandbox/dist') },
  }),
  ...dual({
    name: 'sources',
    entry: ['index.ts', 'input/address.ts', 'open/live.ts', 'open/webhooks.ts'],
  }),
  ...dual({ name: 'jobs', entry: ['index.ts'] }),
  ...dual({ name: 'relay', entry: ['index.ts', 'node.ts', 'bullmq.ts'] }),
  // Everything is built in but undici, which only a proxy needs, and the drivers of databases: that takes a third off the start, and 40 packages off an installation.
  bundle({
    name: 'cli',
    entry: ['main/bin.ts'],
    options: {
      dts: false,
      splitting: true,
      banner: { js: requireInModules },
      onSuccess: () => buildPages(['dashboard', 'preview', 'report'], 'packages/cli/dist'),
    },
  }),
]);
