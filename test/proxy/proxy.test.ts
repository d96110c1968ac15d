import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { key, productsCsv, runCli, serveSandbox, upserts, type Run } from '../cli/cli-process.ts';
import { certificateFile, startFeed, startProxy, startTls } from './connect-proxy.ts';

const password = 'p@ss:w/rd-of-the-proxy';
const credentials = `clerk:${password}`;
const user = `clerk:${encodeURIComponent(password)}@`;
const apiUrl = 'https://api.example';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
  await writeFile(join(cwd, 'products.csv'), productsCsv(3));
});

function run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Run> {
  return runCli([...args, '--max-retries', '0'], {
    cwd,
    env: { SEQUENZY_API_URL: apiUrl, SEQUENZY_API_KEY: key, ...env },
  });
}

/** A sandbox and a feed on ports in TLS, under names that only a proxy knows. */
async function startHosts() {
  const { sandbox, url } = await serveSandbox();
  const hosts = {
    'api.example': await startTls(Number(new URL(url).port)),
    'shop.example': await startTls(await startFeed(productsCsv(3))),
  };
  return { sandbox, url, hosts };
}

describe('behind a proxy', () => {
  it('the API and inputs from the web are reached through it, and its password is not shown', async () => {
    const { sandbox, hosts } = await startHosts();
    const proxy = await startProxy({ credentials, hosts });
    const { exitCode, stdout, stderr } = await run(
      ['catalog', 'sync', 'https://shop.example/feed.csv', '--verbose', '--json'],
      {
        HTTPS_PROXY: proxy.url.replace('//', `//${user}`),
        NODE_EXTRA_CA_CERTS: certificateFile,
      },
    );
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(stdout)).toMatchObject({ records: { accepted: 3 } });
    expect(sandbox.products.size).toBe(3);
    expect(new Set(proxy.asked)).toEqual(new Set(['shop.example:443', 'api.example:443']));
    expect(stdout + stderr).not.toMatch(/rd-of-the-proxy|clerk|ExperimentalWarning/);
  });

  it('a plain address on this machine is too, unless NO_PROXY lists the host', async () => {
    const { sandbox, url } = await serveSandbox();
    const proxy = await startProxy();
    const sync = ['catalog', 'sync', 'products.csv', '--full'];
    const through = await run(sync, { SEQUENZY_API_URL: url, http_proxy: proxy.url });
    expect(through, through.stderr).toMatchObject({ exitCode: 0 });
    expect(proxy.asked).toEqual([new URL(url).host]);
    const direct = await run(sync, {
      SEQUENZY_API_URL: url,
      HTTP_PROXY: 'http://127.0.0.1:1',
      no_proxy: 'api.example,127.0.0.1',
    });
    expect(direct, direct.stderr).toMatchObject({ exitCode: 0 });
    expect(upserts(sandbox)).toHaveLength(2);
  });

  it('an input with a private address or a local name is refused before the proxy is asked', async () => {
    const proxy = await startProxy();
    const checks = ['https://10.0.0.7/feed', 'https://printer.internal/feed'].map((address) =>
      run(['catalog', 'check', address], { HTTPS_PROXY: proxy.url }),
    );
    for (const { exitCode, stderr } of await Promise.all(checks)) {
      expect({ exitCode, stderr }).toMatchObject({
        exitCode: 2,
        stderr: expect.stringMatching(
          /inside a private network \((10\.0\.0\.7|printer\.internal)\)/,
        ) as string,
      });
    }
    expect(proxy.asked).toEqual([]);
  });

  it('of another kind nothing is asked', async () => {
    const settings = { ALL_PROXY: 'socks5://clerk:secret-word@127.0.0.1:1080' };
    const checks = [
      ['catalog', 'sync', 'products.csv'],
      ['catalog', 'check', 'https://shop.example/f'],
    ];
    for (const args of checks) {
      expect(await run(args, settings)).toMatchObject({
        exitCode: 2,
        stderr: expect.stringMatching(
          /^error {2}ALL_PROXY is not the address of an HTTP proxy\. Write it like \S+, or add (api|shop)\.example to NO_PROXY to connect without a proxy\.$/m,
        ) as string,
      });
    }
  });
});

describe('a proxy that does not let a request through', () => {
  const sync = ['catalog', 'sync', 'products.csv', '--json'];

  it.each([
    [
      'no user is given',
      { credentials },
      '',
      'asks for a user and a password (407). Put them into',
    ],
    [
      'the password is wrong',
      { credentials },
      'clerk:wrong-one@',
      'HTTPS_PROXY (407). Correct them in',
    ],
    [
      'the host is not allowed',
      { refusal: 403 },
      user,
      'does not allow a connection to api.example:443 (403). Ask',
    ],
    [
      'the host is not reached',
      { refusal: 502 },
      user,
      'cannot reach api.example:443 (502). Check HTTPS_PROXY',
    ],
    [
      'its certificate is not known',
      { isSecure: true },
      user,
      'cannot be used (DEPTH_ZERO_SELF_SIGNED_CERT). Name a file',
    ],
  ] as const)('is named when %s, and the exit code is 75', async (_, behaviour, who, expected) => {
    const proxy = await startProxy(behaviour);
    const { exitCode, stdout, stderr } = await run(sync, {
      HTTPS_PROXY: proxy.url.replace('//', `//${who}`),
    });
    const words = stderr.replace(/\s+/g, ' ');
    expect({ exitCode, words }).toMatchObject({
      exitCode: 75,
      words: expect.stringContaining(`the proxy ${proxy.url} `) as string,
    });
    expect(words).toContain(expected);
    expect(JSON.parse(stdout)).toMatchObject({
      stoppedBy: { code: 'proxy' },
      records: { accepted: 0 },
    });
    expect(stdout + stderr).not.toMatch(/rd-of-the-proxy|clerk|wrong-one/);
  });

  it('is named for an input from the web, and for a certificate that it puts in place of the real one', async () => {
    const { hosts } = await startHosts();
    const [forbidding, inspecting] = [
      await startProxy({ refusal: 403 }),
      await startProxy({ hosts }),
    ];
    const check = ['catalog', 'check', 'https://shop.example/feed.csv'];
    expect(await run(check, { HTTPS_PROXY: forbidding.url })).toMatchObject({
      exitCode: 75,
      stderr: expect.stringMatching(
        /^error {2}https:\/\/shop\.example\/feed\.csv: the proxy \S+ does not allow a connection to shop\.example:443 \(403\)\. Ask/m,
      ) as string,
    });
    expect(await run(check, { HTTPS_PROXY: inspecting.url })).toMatchObject({
      exitCode: 75,
      stderr: expect.stringMatching(
        /the certificate for shop\.example that came through the proxy \S+ is not trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\)\. Name a file .* NODE_EXTRA_CA_CERTS/,
      ) as string,
    });
  });
});

describe('doctor', () => {
  it('says which proxy is used, without its password, and whether it lets requests through', async () => {
    const { hosts } = await startHosts();
    const proxy = await startProxy({ credentials, hosts });
    const asked = (env: Readonly<Record<string, string>>) =>
      run(['doctor'], { NODE_EXTRA_CA_CERTS: certificateFile, ...env });
    const [used, refused, absent] = await Promise.all([
      asked({ HTTPS_PROXY: proxy.url.replace('//', `//${user}`) }),
      asked({ HTTPS_PROXY: proxy.url }),
      asked({
        HTTPS_PROXY: `http://${user}127.0.0.1:1`,
        NO_PROXY: 'localhost',
        SEQUENZY_API_URL: `https://localhost:${String(hosts['api.example'])}`,
      }),
    ]);
    expect(used).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(
        new RegExp(`^✔ proxy +${proxy.url}, from HTTPS_PROXY\n✔ reachable `, 'm'),
      ) as string,
    });
    expect(refused).toMatchObject({
      exitCode: 75,
      stdout: expect.stringMatching(
        /^✘ proxy +the proxy \S+ asks for a user and a password \(407\)\n +Put them/m,
      ) as string,
    });
    expect(refused.stdout).not.toContain('reachable');
    expect(absent).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^✔ proxy +not used: NO_PROXY lists localhost$/m) as string,
    });
    for (const { stdout, stderr } of [used, refused, absent]) {
      expect(stdout + stderr).not.toMatch(/rd-of-the-proxy|clerk/);
    }
  });
});
