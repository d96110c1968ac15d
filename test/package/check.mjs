// Packs every published package, has publint and attw look at the tarballs, installs them into tiny consumers, and runs these.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..', '..');
const bin = (name) => join(root, 'node_modules', '.bin', name);
const work = mkdtempSync(join(tmpdir(), 'sequenzy-package-'));

/** What is published; the last one is a program: nothing to import. */
const packages = ['transport', 'sdk', 'fanfare', 'sandbox', 'sources', 'jobs', 'relay', 'cli'];

/** Besides the Node that runs this: the first of each line that is supported. */
const oldest = { versions: ['20.0.0', '22.0.0'], consumers: ['cjs', 'esm'] };

function run(command, args, cwd = root, path = process.env.PATH) {
  try {
    return execFileSync(command, args, {
      cwd,
      env: { ...process.env, PATH: path },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    throw new Error(`${command} ${args.join(' ')}\n${error.stdout}${error.stderr}`, {
      cause: error,
    });
  }
}

function step(name, work) {
  const startedAt = performance.now();
  const result = work();
  console.log(`ok  ${name} (${Math.round(performance.now() - startedAt)} ms)`);
  return result;
}

function pack(folder) {
  const [{ filename }] = JSON.parse(
    run('npm', ['pack', '--json', '--pack-destination', work], join(root, 'packages', folder)),
  );
  const files = run('tar', ['-tzf', join(work, filename)]);
  for (const file of ['package/LICENSE', 'package/README.md']) {
    if (!files.includes(file)) throw new Error(`${folder}: ${file} is not packed`);
  }
  return join(work, filename);
}

/** Bytes that a client may take: what it takes, and a little. docs/performance.md says what of. */
const mostOfClient = 37_888;

/** What esbuild makes of a client and everything it imports, for no platform in particular. */
function bundledSize() {
  const entry = join(work, 'client.js');
  const sdk = JSON.stringify(join(root, 'packages/sdk/dist/index.js'));
  writeFileSync(entry, `export { SequenzyCommerce } from ${sdk};\n`);
  const bundle = join(work, 'bundle.js');
  const flags = [
    '--bundle',
    '--minify',
    '--platform=neutral',
    '--main-fields=module,main',
    '--format=esm',
  ];
  run(bin('esbuild'), [entry, ...flags, `--outfile=${bundle}`]);
  const { length } = gzipSync(readFileSync(bundle), { level: 9 });
  if (length > mostOfClient) throw new Error(`a client takes ${length} bytes`);
  return length;
}

/** Each package that esbuild put into the program stands in its notices, with its copyright. */
function noticed() {
  const dist = join(root, 'packages/cli/dist');
  const notices = readFileSync(join(root, 'packages/cli/THIRD-PARTY-NOTICES.md'), 'utf8');
  const programs = readdirSync(dist).filter((file) => file.endsWith('.js'));
  const code = programs.map((file) => readFileSync(join(dist, file), 'utf8'));
  const built = code.join('\n').matchAll(/^\/\/ .*node_modules\/((?:@[^/]+\/)?[^/]+)/gm);
  const named = new Set(notices.match(/[@\w/-]+/g));
  const missing = [...new Set(Array.from(built, ([, name]) => name))].filter(
    (name) => !named.has(name),
  );
  if (missing.length > 0) throw new Error(`no notice of ${missing.join(', ')}`);
}

/** Packages of one release need each other in exactly its version: no registry is asked for another. */
function boundTogether() {
  const manifests = packages.map((folder) =>
    JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')),
  );
  const versions = new Map(manifests.map(({ name, version }) => [name, version]));
  for (const { name, dependencies = {} } of manifests) {
    for (const [needed, range] of Object.entries(dependencies)) {
      const version = versions.get(needed);
      if (version !== undefined && version !== range) {
        throw new Error(`${name} needs ${needed} ${range}: say ${version}`);
      }
    }
  }
}

/** Each of our packages came out of a tarball. */
function fromTarballs(folder) {
  const lock = readFileSync(join(folder, 'node_modules', '.package-lock.json'), 'utf8');
  for (const [path, { resolved = '' }] of Object.entries(JSON.parse(lock).packages)) {
    if (/(^|\/)sequenzy-[a-z]+$/.test(path) && !resolved.startsWith('file:')) {
      throw new Error(`${path} was installed from ${resolved}`);
    }
  }
}

function lint(folder, tarball) {
  step(`${folder}: publint`, () => run(bin('publint'), ['run', tarball, '--strict']));
  if (folder !== 'cli') step(`${folder}: attw`, () => run(bin('attw'), [tarball]));
}

/** Folder of the program of another version of Node. */
function nodeOf(version) {
  const folder = join(work, `node-${version}`);
  const name = `node-${process.platform}-${process.arch}`;
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{}');
  const flags = ['--no-save', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'];
  run('npm', ['install', ...flags, `${name}@${version}`], folder);
  return join(folder, 'node_modules', name, 'bin');
}

/** A fresh project with tarballs as its only dependencies, besides what its own test needs. */
function consume(name, tarballs) {
  const folder = join(work, name);
  cpSync(join(import.meta.dirname, 'consumers', name), folder, { recursive: true });
  writeFileSync(join(folder, '.npmrc'), 'audit=false\nfund=false\n');
  // Drivers that are compiled at install are optional, and not what is tried here.
  run('npm', ['install', '--no-save', '--prefer-offline', '--ignore-scripts', ...tarballs], folder);
  fromTarballs(folder);
  check(name);
}

/** @param path Where the programs are. Default: that of this process. */
function check(name, path) {
  const folder = join(work, name);
  for (const left of ['state', 'relay'])
    rmSync(join(folder, left), { recursive: true, force: true });
  const output = run('npm', ['run', '--silent', 'check'], folder, path);
  if (!output.includes('works')) throw new Error(`${name} printed: ${output}`);
}

try {
  step('packages: exact versions of each other', boundTogether);
  step('build', () => run('npm', ['run', '--silent', 'build']));
  const bytes = step('sdk: bundle for a neutral platform', bundledSize);
  console.log(`    ${bytes} bytes minified and gzipped, with everything it imports`);
  step('cli: third-party notices', noticed);
  const tarballs = packages.map((one) => step(`${one}: pack`, () => pack(one)));
  packages.forEach((one, index) => lint(one, tarballs[index]));
  for (const name of readdirSync(join(import.meta.dirname, 'consumers'))) {
    const only = packages.indexOf(name); // the program, which needs none of the others
    step(`consumer ${name}`, () => consume(name, only === -1 ? tarballs : [tarballs[only]]));
  }
  for (const version of oldest.versions) {
    const path = step(`node ${version}`, () => `${nodeOf(version)}${delimiter}${process.env.PATH}`);
    for (const name of oldest.consumers) {
      step(`consumer ${name} on node ${version}`, () => check(name, path));
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
