import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it, onTestFinished } from 'vitest';
import { productsCsv, runCli, serveSandbox, startCli, until } from '../cli/cli-process.ts';

const config = `
stateDir: state
notify:
  - slack: env:SLACK
  - webhook: file:hook
    on: [threshold, recovery]
  - email: env:OPS
    smtp: env:SMTP
    from: env:FROM
thresholds: { rejected: 20%, restocks: 1, fewer: 50%, nothingAccepted: 3d }
heartbeat: env:BEAT
companies:
  acme:
    feeds:
      products: { command: catalog sync, files: acme.csv }
  beta:
    heartbeat: env:BETA_BEAT
    feeds:
      products: { command: catalog sync, files: beta.csv }
`;

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port; // it listens on a port
}

/** What HTTP and SMTP servers of this machine have received, in order. */
async function receivers() {
  const posts: { readonly path: string; readonly body: string }[] = [];
  const mails: string[] = [];
  const answers = { status: 200 };
  const take = async (request: IncomingMessage): Promise<void> => {
    posts.push({ path: request.url ?? '', body: await text(request) });
  };
  const http = createServer((request, response) => {
    void take(request).then(() => response.writeHead(answers.status).end());
  });
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _, done) {
      void text(stream).then((mail) => {
        mails.push(mail);
        done();
      });
    },
  });
  const port = await listening(http);
  const smtpPort = await listening(smtp.server);
  onTestFinished(() => {
    http.close();
    smtp.close();
  });
  /** Takes away what has come since the last look, without heartbeats. */
  const news = () => {
    const beats = posts.filter(({ path }) => path.includes('beat')).map(({ path }) => path);
    const slack = posts.filter(({ path }) => path === '/slack').map(({ body }) => textIn(body));
    const hook = posts
      .filter(({ path }) => path === '/hook')
      .map(({ body }) => JSON.parse(body) as object);
    const subjects = mails.map((mail) => /^Subject: (.*)$/m.exec(mail)?.[1]?.trim());
    posts.splice(0);
    mails.splice(0);
    return { beats, slack, hook, subjects };
  };
  return { origin: `http://127.0.0.1:${String(port)}`, smtpPort, answers, news };
}

function textIn(body: string): string {
  return (JSON.parse(body) as { text: string }).text;
}

async function night() {
  const cwd = await tempFolder();
  const { sandbox, url } = await serveSandbox();
  const { origin, smtpPort, answers, news } = await receivers();
  await writeFile(join(cwd, 'sequenzy.config.yaml'), config);
  await writeFile(join(cwd, 'hook'), `${origin}/hook\n`);
  await writeFile(join(cwd, 'acme.csv'), productsCsv(4));
  const env = {
    SLACK: `${origin}/slack`,
    OPS: 'ops@acme.example',
    FROM: 'sync@acme.example',
    SMTP: `smtp://127.0.0.1:${String(smtpPort)}`,
    BEAT: `${origin}/beat`,
    BETA_BEAT: `${origin}/beta-beat?x=1`,
  };
  const place = { cwd, url, env };
  const cli = (...args: string[]) => runCli(args, place);
  const states = async (...args: string[]) => {
    const { exitCode, stdout } = await cli('status', ...args);
    const lines = stdout.trimEnd().split('\n');
    return [exitCode, ...lines.map((line) => line.split('\t').slice(0, 2).join(' '))];
  };
  return { cwd, sandbox, place, cli, states, news, answers };
}

describe('a night on which one of two shops fails', () => {
  it('is told in one message for each change of state, and status knows it', async () => {
    const { cwd, cli, states, news, sandbox, answers } = await night();
    expect(await states()).toEqual([1, 'acme/products never', 'beta/products never']);

    const first = await cli('run', '--quiet');
    expect(first.exitCode).toBe(2);
    const failed = news();
    expect(failed.slack).toEqual([
      expect.stringMatching(/^beta\/products failed \(sequenzy-cli, catalog sync\)\n.*beta\.csv/),
    ]);
    expect(failed).toMatchObject({ subjects: ['beta/products failed'], hook: [] });
    expect(failed.beats).toEqual([
      ...['/beat/start', '/beta-beat/start?x=1', '/beta-beat/fail?x=1', '/beat/fail'],
    ]);
    expect(await states()).toEqual([1, 'acme/products ok', 'beta/products failing']);
    const { stdout } = await cli('status', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      exitCode: 1,
      feeds: [{}, { exitCode: 2, reason: expect.stringContaining('beta.csv') as string }],
    });

    // It still fails: nothing new. A dry run tells nobody anything.
    await cli('run', 'beta');
    await cli('run', '--dry-run');
    expect(news()).toEqual({
      ...{ slack: [], hook: [], subjects: [] },
      beats: ['/beat/start', '/beta-beat/start?x=1', '/beta-beat/fail?x=1', '/beat/fail'],
    });

    await writeFile(join(cwd, 'beta.csv'), productsCsv(9, 4));
    expect((await cli('run')).exitCode).toBe(0);
    const recovered = news();
    expect(recovered).toMatchObject({ subjects: ['beta/products works again'], hook: [] });
    expect(recovered.slack).toEqual([
      expect.stringMatching(/Over: the failure\.\nLast run: 9 read/),
    ]);
    expect(recovered.beats.filter((path) => /start|fail/.test(path))).toHaveLength(2);
    expect(await states('--max-age', '26h')).toEqual([0, 'acme/products ok', 'beta/products ok']);
    expect(await states('--max-age', '0s', 'acme')).toEqual([1, 'acme/products late']);

    // Half of the file is gone, and a half of what is left is rejected; a receiver that is down is told the next night.
    const bad = `${productsCsv(1, 4)}bad-1,Bad,abc,USD\n`;
    await writeFile(join(cwd, 'beta.csv'), bad);
    answers.status = 500;
    const down = await cli('run', 'beta');
    expect(down.stderr).toMatch(
      /notify: slack env:SLACK could not be told of beta\/products: it answered with 500/,
    );
    expect(down.stderr + down.stdout).not.toContain('127.0.0.1');
    expect(news().subjects).toEqual(['beta/products needs a look']);
    answers.status = 200;
    await cli('run', 'beta');
    const raised = news();
    expect(raised.subjects).toEqual(['beta/products still needs a look']);
    expect(raised.slack).toEqual([
      expect.stringMatching(/1 of 2 records were rejected, more than 20%/),
    ]);
    expect(raised.hook).toMatchObject([
      { feed: 'beta/products', raised: [{ condition: 'rejected' }], cleared: [] },
    ]);
    await writeFile(join(cwd, 'beta.csv'), productsCsv(1, 4));
    await cli('run', 'beta');
    expect(news()).toMatchObject({
      slack: [expect.stringContaining('back to normal')],
      hook: [{ cleared: ['rejected'] }],
    });
    expect(sandbox.products.size).toBeGreaterThan(0);
  }, 60_000);

  it('has metrics, and a killed run counts as a failure', async () => {
    const { cwd, cli, states, place, sandbox } = await night();
    await rm(join(cwd, 'sequenzy.config.yaml'));
    await writeFile(
      join(cwd, 'c.yaml'),
      'stateDir: state\ncompanies: { acme: { feeds: { products: { command: catalog sync, files: acme.csv } } } }\n',
    );
    const metrics = join(cwd, 'sequenzy.prom');
    await cli('run', '--config', 'c.yaml');
    await cli('status', '--config', 'c.yaml', '--prometheus', metrics);
    const written = await readFile(metrics, 'utf8');
    expect(written).toMatch(/^sequenzy_feed_ok\{feed="acme\/products"\} 1$/m);
    expect(written).toMatch(
      /^sequenzy_feed_records\{feed="acme\/products",outcome="accepted"\} 4$/m,
    );
    expect(written).toMatch(/^sequenzy_feed_last_success_timestamp_seconds\{.*\} \d{10}$/m);
    sandbox.faults.add({ on: { method: 'GET' }, do: { kind: 'slow', ms: 60_000 } });
    const running = startCli(['run', '--config', 'c.yaml'], place);
    const before = sandbox.requests.length;
    await until(() => sandbox.requests.length > before, running);
    expect(await states('--config', 'c.yaml')).toEqual([0, 'acme/products running']);
    running.process.kill('SIGKILL');
    await running.done;
    expect(await states('--config', 'c.yaml')).toEqual([1, 'acme/products failing']);
    const runs = await cli('runs', '--state-dir', 'state', '--limit', '1');
    expect(runs.stdout).toMatch(
      /\tcatalog sync\tkilled\t\tacme\/products\tThe process was killed\.$/m,
    );
  }, 60_000);
});
