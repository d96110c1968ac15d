import { readdirSync } from 'node:fs';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** Who may import whom, from the ground up. A package that is not named in a row may not import it. */
const mayImport = {
  contract: [],
  pages: ['contract'],
  store: [],
  transport: ['contract'],
  sdk: ['contract', 'store', 'transport'],
  fanfare: ['contract', 'transport'],
  sandbox: ['contract', 'pages'],
  sources: ['contract', 'transport', 'fanfare'],
  jobs: ['contract', 'store', 'sdk', 'sources'],
  relay: ['contract', 'store', 'sdk', 'sources'],
  cli: ['contract', 'store', 'pages', 'sdk', 'sources', 'jobs', 'relay', 'sandbox'],
  testkit: ['sandbox'],
};

/** Tests may also use what only tests need. */
const testsMayImport = {
  store: ['testkit'],
  transport: ['testkit'],
  sdk: ['testkit', 'sandbox'],
  fanfare: ['testkit', 'sandbox'],
  jobs: ['testkit', 'sandbox'],
  relay: ['testkit', 'sandbox'],
  cli: ['testkit'],
  sources: ['testkit'],
};

/** The folders of each package, from the ground up: none imports from one behind it. */
const rooms = {
  contract: ['values', 'api'],
  pages: ['data', 'document', 'parts', 'cards', 'dashboard', 'preview', 'report', 'build'],
  store: ['errors', 'files', 'index', 'lease', 'log'],
  transport: ['errors', 'request', 'pacing', 'settings', 'http', 'retry'],
  sdk: [
    'errors',
    'ledger',
    'ledgers',
    'quota',
    'node',
    'answers',
    'pacing',
    'delivery',
    'backfill',
    'resources',
    'client',
    'automations',
    'mirror',
  ],
  fanfare: ['errors', 'settings', 'inputs', 'replies', 'resources', 'client'],
  sandbox: [
    'seed',
    'http',
    'keys',
    'faults',
    'service',
    'commerce',
    'dashboard',
    'platforms',
    'testing',
  ],
  sources: [
    ...['faults', 'text', 'time', 'money', 'spool', 'input', 'containers', 'table', 'documents'],
    ...['mapping', 'reading', 'kinds', 'live', 'conformance', 'platforms', 'databases'],
    ...['inspection', 'open'],
  ],
  jobs: [
    ...['report', 'state', 'runs', 'job', 'connect', 'input', 'memory', 'rejects', 'automations'],
    ...[
      'mapping',
      'config',
      'catalog',
      'orders',
      'events',
      'account',
      'privacy',
      'past',
      'notify',
      'shops',
    ],
  ],
  relay: [
    'signatures',
    'queue',
    'platforms',
    'incoming',
    'sending',
    'relay',
    'embedded',
    'bullmq',
    'serving',
  ],
  cli: [
    'terminal',
    'documents',
    'html',
    'sandbox',
    'rehearsal',
    'relay',
    'options',
    'command',
    'completion',
    'commands',
    'main',
  ],
  testkit: ['fakes', 'surroundings', 'workbooks'],
};

/** What only some folders of a package may import. */
const inner = [
  // What runs everywhere keeps no files.
  ['sdk/src/!(node)/**', ['store']],
  // A client belongs to one platform, whose other files know no network.
  ['sources/src/!(platforms|databases|live)/**', ['transport', 'fanfare']],
  ['sources/src/live', ['fanfare']],
  ['sources/src/platforms/{*,*/*,*/!(api)/**}', ['transport', 'fanfare']],
];

const packages = Object.keys(mayImport);

/** A zone for what the package may not import; none where it may import everything. */
function zones(name, allowed) {
  const from = packages.filter((other) => other !== name && !allowed.includes(other));
  if (from.length === 0) return [];
  const message = `${name} may import: ${allowed.join(', ') || 'no other package'}.`;
  return [
    { target: `./packages/${name}/src`, from: from.map((other) => `./packages/${other}`), message },
  ];
}

/** A zone for each folder that has others above it. */
function roomZones(name) {
  const order = rooms[name];
  if (order === undefined) return [];
  const folder = (room) => `./packages/${name}/src/${room}`;
  for (const entry of readdirSync(folder('.'), { withFileTypes: true })) {
    const isKnown = !entry.isDirectory() || order.includes(entry.name);
    if (!isKnown) throw new Error(`${folder(entry.name)}: give it a place in the list of rooms`);
  }
  return order.slice(0, -1).map((room, index) => ({
    target: folder(room),
    from: order.slice(index + 1).map(folder),
    message: `In ${name} imports go down only: ${order.join(' < ')}.`,
  }));
}

/** The rule takes no empty list. */
function restricted(some) {
  return some.length === 0 ? 'off' : ['error', { zones: some }];
}

const innerZones = inner.map(([target, from]) => ({
  target: `./packages/${target}`,
  from: from.map((folder) => `./packages/${folder}`),
  message: 'This folder does not know of it.',
}));

const portable = ['contract', 'transport', 'sdk', 'fanfare', 'sandbox'];

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', 'test/package/consumers/'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    plugins: { 'import-x': importX },
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: [
            '*.js',
            '*.mjs',
            'examples/*.mjs',
            'packages/cli/bin/*.js',
            'scripts/*.mjs',
            'docs/.vitepress/*.mjs',
            'test/*/*.mjs',
          ],
        },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 220, skipBlankLines: true, skipComments: true }],
    },
  },
  ...packages.map((name) => ({
    files: [`packages/${name}/src/**/*.{ts,tsx}`],
    ignores: ['**/*.test.ts'],
    rules: {
      'import-x/no-restricted-paths': restricted([
        ...zones(name, mayImport[name]),
        ...roomZones(name),
        ...innerZones,
      ]),
    },
  })),
  ...packages.map((name) => ({
    files: [`packages/${name}/src/**/*.test.ts`],
    rules: {
      'import-x/no-restricted-paths': restricted(
        zones(name, [...mayImport[name], ...(testsMayImport[name] ?? [])]),
      ),
      'max-lines': 'off',
    },
  })),
  { files: ['test/**'], rules: { 'max-lines': 'off' } },
  {
    // What runs on Node, Bun, Deno and Workers alike keeps away from Node's own modules and globals.
    files: portable.map((name) => `packages/${name}/src/**/*.ts`),
    ignores: [
      '**/*.test.ts',
      'packages/sdk/src/node/**',
      'packages/sandbox/src/{server,dashboard/*}.ts',
    ],
    rules: {
      'no-restricted-imports': ['error', { patterns: ['node:*'] }],
      'no-restricted-globals': ['error', 'process', 'Buffer', '__dirname', 'setImmediate'],
    },
  },
  {
    files: ['*.ts', '*.js', '**/*.mjs', 'examples/**', 'packages/cli/bin/**'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'import-x/no-default-export': 'off', 'no-console': 'off' },
  },
);
