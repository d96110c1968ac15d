import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Manifest {
  readonly private?: boolean;
  readonly version?: string;
  readonly files?: readonly string[];
  readonly keywords?: readonly string[];
  readonly homepage?: string;
  readonly bugs?: string;
  readonly repository?: { readonly url: string; readonly directory: string };
  readonly scripts?: Readonly<Record<string, string>>;
}

const manifestIn = (path: string): Manifest => JSON.parse(read(path)) as Manifest; // npm wrote it
const published = readdirSync(join(root, 'packages')).filter(
  (folder) => manifestIn(`packages/${folder}/package.json`).private !== true,
);

it.each(published)('%s says where it comes from', (folder) => {
  const { repository, homepage, bugs, keywords } = manifestIn(`packages/${folder}/package.json`);
  const home = repository?.url.replace(/^git\+|\.git$/g, '') ?? '';
  expect(repository?.directory).toBe(`packages/${folder}`);
  expect(homepage).toBe(`${home}/tree/main/packages/${folder}#readme`);
  expect(bugs).toBe(`${home}/issues`);
  expect(keywords?.length).toBeGreaterThanOrEqual(5);
  expect(home).toBe(homeOf('cli'));
});

it.each(published)('%s tells in its CHANGELOG what its version brings', (folder) => {
  const { version = '', files } = manifestIn(`packages/${folder}/package.json`);
  expect(read(`packages/${folder}/CHANGELOG.md`)).toContain(`\n## ${version}\n`);
  expect(files).toContain('CHANGELOG.md');
});

function homeOf(folder: string): string | undefined {
  const { repository } = manifestIn(`packages/${folder}/package.json`);
  return repository?.url.replace(/^git\+|\.git$/g, '');
}

interface Workflow {
  readonly on: object;
  readonly permissions: object;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly 'timeout-minutes': number;
        readonly strategy?: { readonly matrix: { readonly node: readonly string[] } };
        readonly steps: readonly {
          readonly run?: string;
          readonly with?: Readonly<Record<string, string>>;
        }[];
      }
    >
  >;
}

const workflowFiles = readdirSync(join(root, '.github/workflows'));
const workflowIn = (file: string): Workflow => parse(read(`.github/workflows/${file}`)) as Workflow; // looked at below
const { scripts = {} } = manifestIn('package.json');

it.each(workflowFiles)(
  '%s runs scripts that exist, with a limit of time and few rights',
  (file) => {
    const { on, permissions, jobs } = workflowIn(file);
    expect([typeof on, permissions]).toEqual(['object', { contents: 'read' }]);
    for (const { steps, ...job } of Object.values(jobs)) {
      expect(job['timeout-minutes']).toBeGreaterThan(0);
      const said = steps.flatMap(({ run = '', with: inputs = {} }) => [
        run,
        inputs['version'] ?? '',
        inputs['publish'] ?? '',
      ]);
      const named = said.flatMap((text) => [...text.matchAll(/npm (?:run )?([\w:]+)/g)]);
      const names = named.map(([, name = '']) => name).filter((name) => name !== 'ci');
      expect(names.filter((name) => !(name in scripts))).toEqual([]);
      for (const [, path = ''] of said.join('\n').matchAll(/bash (\S+)/g)) {
        expect(existsSync(join(root, path))).toBe(true);
      }
    }
  },
);

it('tests every version of Node that docs/versions.md names', () => {
  const { matrix } = workflowIn('ci.yml').jobs;
  const tested = matrix?.strategy?.matrix.node ?? [];
  const [, named = ''] = /tests run on ([\d., and]+)\./.exec(read('docs/versions.md')) ?? [];
  expect(named.split(/, | and /)).toEqual(tested);
  expect(tested).toContain(read('.nvmrc').trim());
});

it('has issue forms that can be filled in', () => {
  const folder = '.github/ISSUE_TEMPLATE';
  for (const file of readdirSync(join(root, folder)).filter((name) => name !== 'config.yml')) {
    const form = parse(read(`${folder}/${file}`)) as {
      readonly name?: string;
      readonly description?: string;
      readonly body?: readonly {
        readonly type: string;
        readonly id?: string;
        readonly attributes: object;
      }[];
    }; // looked at here
    expect([typeof form.name, typeof form.description]).toEqual(['string', 'string']);
    const fields = form.body?.filter(({ type }) => type !== 'markdown') ?? [];
    const ids = fields.map(({ id }) => id);
    expect(fields.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of fields) expect(attributes).toHaveProperty('label');
  }
});
