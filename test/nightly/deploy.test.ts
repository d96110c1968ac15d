import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bin, key, productsCsv, serveSandbox } from '../cli/cli-process.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string): Promise<string> => readFile(join(root, name), 'utf8');

/** Nobody has this number. */
const randomUser = 54_321;

async function ended(program: string, args: string[], options: Parameters<typeof spawn>[2]) {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { exitCode: child.exitCode, stdout, stderr };
}

/** The lines of the last stage of the Dockerfile that begin with a word. */
async function lastStage(word: string): Promise<readonly string[]> {
  const file = (await read('Dockerfile')).replace(/\\\n/g, ' ');
  const stage = file.slice(file.lastIndexOf('\nFROM'));
  return [...stage.matchAll(new RegExp(`^${word} (.*)$`, 'gm'))].map(([, rest = '']) => rest);
}

describe('the image', () => {
  it('has an entry point that runs as any user, with an empty HOME and a state of its own', async () => {
    const [entry = '[]'] = await lastStage('ENTRYPOINT');
    const [command = '[]'] = await lastStage('CMD');
    const [program = '', file = ''] = JSON.parse(entry) as string[];
    expect(program).toBe('node');
    expect(await lastStage('USER')).toEqual(['1000:1000']);
    expect(await lastStage('STOPSIGNAL')).toEqual(['SIGTERM']);
    const variables = (await lastStage('ENV')).join(' ').trim().split(/\s+/);
    const image = await tempFolder();
    await chmod(image, 0o755);
    const app = join(image, file.replace('/bin/sequenzy-cli.js', ''));
    await mkdir(app, { recursive: true });
    for (const part of ['bin', 'dist', 'package.json']) {
      await cp(join(bin, '../..', part), join(app, part), { recursive: true });
    }
    const place = (name: string): string => join(image, name);
    for (const [name, mode] of [
      ['state', 0o1777],
      ['work', 0o1777],
    ] as const) {
      await mkdir(place(name));
      await chmod(place(name), mode);
    }
    const { sandbox, url } = await serveSandbox();
    const config =
      'companies: { acme: { feeds: { it: { command: catalog sync, files: p.csv } } } }\n';
    await writeFile(join(place('work'), 'sequenzy.config.yaml'), config);
    await writeFile(join(place('work'), 'p.csv'), productsCsv(3));
    const env = {
      ...Object.fromEntries(variables.map((one) => one.replace('=/', `=${image}/`).split('='))),
      ...{ HOME: '', SEQUENZY_API_URL: url, SEQUENZY_API_KEY: key },
    } as Record<string, string>;
    const user = process.getuid?.() === 0 ? { uid: randomUser, gid: randomUser } : {};
    const run = await ended(
      process.execPath,
      [join(image, file), ...(JSON.parse(command) as string[])],
      { cwd: place('work'), env, ...user },
    );
    expect(run.exitCode, run.stderr).toBe(0);
    expect(sandbox.products.size).toBe(3);
    expect((await readdir(place('state'))).sort()).toEqual(
      expect.arrayContaining(['companies.json', 'feeds', 'quota', 'runs']),
    );
  });
});

describe('the action', () => {
  it('fails with the summary as annotation, and ends with 2 where expected state is missing', async () => {
    const cwd = await tempFolder();
    await writeFile(join(cwd, 'p.csv'), `${productsCsv(2)}bad,Bad,abc,USD\n`);
    const { url } = await serveSandbox();
    const { runs } = parse(await read('action.yml')) as {
      runs: { steps: { run?: string; env?: Record<string, string> }[] };
    };
    const step = runs.steps.find((one) => one.run !== undefined);
    expect(step?.run).toBe('node "$GITHUB_ACTION_PATH/deploy/action/sync.mjs"');
    const summary = join(cwd, 'summary.md');
    const act = (more: Record<string, string>) => {
      const given = Object.keys(step?.env ?? {}).map((name) => [name, ''] as const);
      const env = {
        ...Object.fromEntries(given),
        ...{ PATH: process.env['PATH'], SEQUENZY_API_URL: url, SEQUENZY_API_KEY: key },
        ...{ SEQUENZY_STATE_DIR: join(cwd, 'state'), SEQUENZY_QUOTA_DIR: join(cwd, 'quota') },
        ...{ SYNC_FILE: 'p.csv', GITHUB_ACTION_PATH: root, GITHUB_STEP_SUMMARY: summary },
        ...{ SYNC_PROGRAM: `${process.execPath}\n${bin}`, ...more },
      };
      return ended('bash', ['-c', step?.run ?? ''], { cwd, env });
    };
    const missing = await act({ SYNC_EXPECT_STATE: 'true' });
    expect(missing.exitCode).toBe(2);
    expect(missing.stdout).toMatch(
      /^::error title=Sequenzy catalog::failed: .*Nothing is remembered/,
    );
    const first = await act({});
    expect(first.exitCode).toBe(3);
    expect(first.stdout).toMatch(/^::warning .*::partial: 3 read, 2 accepted, .*1 rejected/);
    expect(await readFile(summary, 'utf8')).toContain('### Sequenzy catalog');
    await writeFile(join(cwd, 'p.csv'), productsCsv(2));
    const second = await act({ SYNC_EXPECT_STATE: 'true', SYNC_OPTIONS: '--max-restocks 5' });
    expect(second.stdout).toMatch(/^::notice .*::completed: 2 read, 0 accepted, 2 unchanged/);
    expect(second.exitCode).toBe(0);
  });
});

it('recipes run commands and options that there are', async () => {
  const compose = parse(await read('docker-compose.yaml')) as {
    services: Record<string, { command?: string[] }>;
  };
  const cron = parse(await read('deploy/kubernetes/cronjob.yaml')) as {
    spec: { jobTemplate: { spec: { template: { spec: { containers: { args: string[] }[] } } } } };
  };
  const [container] = cron.spec.jobTemplate.spec.template.spec.containers;
  const lines = await Promise.all(
    [
      'deploy/systemd/sequenzy.service',
      'deploy/cron/sequenzy',
      'deploy/windows/sequenzy-task.xml',
    ].map(read),
  );
  const typed = lines.flatMap((line) =>
    [...line.matchAll(/sequenzy-cli ((?:run|status)(?: [^\s&>]+)*)/g)].map(([, words = '']) =>
      words.split(' '),
    ),
  );
  expect(typed).toHaveLength(4);
  const all = [
    ...typed,
    container?.args ?? [],
    compose.services['nightly']?.command ?? [],
    compose.services['relay']?.command ?? [],
  ];
  const helps = new Map<string, string>();
  for (const [command = '', ...words] of all) {
    if (!helps.has(command)) {
      const { stdout } = await ended(process.execPath, [bin, command, '--help-all'], {});
      helps.set(command, stdout);
    }
    for (const flag of words.filter((word) => word.startsWith('--'))) {
      expect(helps.get(command), `${command} ${flag}`).toContain(flag);
    }
  }
});
