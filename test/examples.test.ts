import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createSandbox, type Sandbox } from 'sequenzy-sandbox';
import { listen } from 'sequenzy-sandbox/server';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it, onTestFinished } from 'vitest';

const examples = join(import.meta.dirname, '../examples');

/** The examples as anybody would run them, but for the address. */
async function setUp() {
  const sandbox = createSandbox({ rateLimit: true });
  const server = await listen(sandbox);
  onTestFinished(() => server.close());
  const env = {
    PATH: process.env['PATH'],
    SEQUENZY_API_URL: server.url,
    SEQUENZY_API_KEY: 'seq_live_sandbox',
  };
  const run = async (script: string, ...args: string[]) => {
    const child = spawn(process.execPath, [join(examples, script), ...args], { env });
    onTestFinished(() => void child.kill('SIGKILL'));
    const closed = once(child, 'close');
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const [exitCode] = (await closed) as [number]; // it was not killed
    return { exitCode, stdout, stderr };
  };
  return { sandbox, run };
}

function paths(sandbox: Sandbox): string[] {
  return sandbox.requests.map(({ method, path }) => `${method} ${path}`);
}

describe('the examples', () => {
  it('merchant-backend pushes a checkout and the order that came of it', async () => {
    const { sandbox, run } = await setUp();
    expect(await run('merchant-backend.mjs')).toEqual({
      exitCode: 0,
      stdout: 'checkout cart-17 tracked\norder 1001 queued\n',
      stderr: '',
    });
    expect(paths(sandbox)).toEqual(['POST /api/v1/checkouts', 'POST /api/v1/orders']);
    expect(sandbox.subscribers.get('ada@example.com')?.attributes).toMatchObject({ ltv: 66.5 });
  });

  it('opentelemetry has a span for the request, below the handler’s, and sends it along', async () => {
    const { sandbox, run } = await setUp();
    const { stdout, stderr } = await run('opentelemetry.mjs');
    expect(stderr).toBe('');
    expect(stdout).toMatch(
      /^POST \/cart > POST \{"http.request.method":"POST","url.path":"\/api\/v1\/checkouts","http.request.resend_count":0,"http.response.status_code":200/,
    );
    expect(sandbox.requests.map(({ path }) => path)).toEqual(['/api/v1/checkouts']);
  });

  it('pino has a line for each attempt, without anybody in it', async () => {
    const { run } = await setUp();
    const { stdout, stderr } = await run('pino.mjs');
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object); // made by pino
    expect(stderr).toBe('');
    expect(lines).toEqual([
      expect.objectContaining({ msg: 'answered', path: '/api/v1/checkouts', status: 200 }),
      expect.objectContaining({ msg: 'answered', path: '/api/v1/products/not-there', status: 404 }),
      expect.objectContaining({ msg: 'no such product', code: 'not-found', status: 404 }),
    ]);
    expect(stdout).not.toContain('ada@');
  });

  it('backfill-from-database sends the orders of a cursor, with the right lifetime values', async () => {
    const { sandbox, run } = await setUp();
    const { exitCode, stdout, stderr } = await run('backfill-from-database.mjs');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toBe(
      'completed: 40 orders of 8 customers\n5 customers read back, 0 differences\n',
    );
    // Orders 8, 16, 24, 32 and 40 are of customer 1; none of them was cancelled or refunded.
    expect(sandbox.subscribers.get('customer-1@shop.example')).toMatchObject({
      firstName: 'Customer 1',
      attributes: { ordersCount: 5, ltv: 200, aov: 40 },
    });
  });

  it('nightly-catalog-sync sends only what has changed since the last night', async () => {
    const { sandbox, run } = await setUp();
    const folder = await tempFolder();
    const file = join(folder, 'products.csv');
    const state = join(folder, 'state');
    const tonight =
      'productId,title,price\ntee-1,Field tee,24.00\ncap-1,Dock cap,18.50\nmug-1,Camp mug,14.50\n';
    writeFileSync(file, tonight);
    const first = await run('nightly-catalog-sync.mjs', file, 'USD', state);
    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    expect(sandbox.products.size).toBe(3);
    writeFileSync(file, tonight.replace('Dock cap', 'Harbour cap'));
    const second = await run('nightly-catalog-sync.mjs', file, 'USD', state);
    expect(second.stdout).toMatch(/^completed: 1 sent in 1 requests, 2 unchanged, 0 rejected$/m);
    expect(sandbox.products.get('cap-1')?.title).toBe('Harbour cap');
    writeFileSync(file, `${tonight}bad-1,Bad,12.345\n`);
    const third = await run('nightly-catalog-sync.mjs', file, 'USD', state);
    expect(third.exitCode).toBe(1);
    expect(third.stderr).toContain('products.csv:');
  });
});
