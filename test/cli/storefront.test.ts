import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { runCli } from './cli-process.ts';

it('a shop of Shopify is read by its address, without a key', async () => {
  const server = createServer((request, response) => {
    const page = Number(new URL(request.url ?? '', 'http://shop.example').searchParams.get('page'));
    const variant = { id: page * 10, title: 'S', option1: 'S', available: true, price: '20.00' };
    const options = [{ name: 'Size', values: ['S'] }];
    const tee = { id: page, title: 'Tee', handle: 'tee', variants: [variant], options };
    response.end(JSON.stringify({ products: page < 3 ? [tee] : [] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  try {
    const address = `http://127.0.0.1:${String(port)}/products.json`;
    const sync = ['catalog', 'sync', address, '--allow-private-addresses', '--sandbox'];
    const cwd = await tempFolder();
    const { exitCode, stdout } = await runCli([...sync, '--currency', 'EUR', '--json'], { cwd });
    expect([exitCode, JSON.parse(stdout)]).toEqual([
      0,
      expect.objectContaining({
        source: expect.objectContaining({ format: 'shopify', products: 2, variants: 2 }) as object,
        records: expect.objectContaining({ accepted: 2 }) as object,
        warnings: [],
      }),
    ]);
    const without = await runCli(sync, { cwd });
    expect([without.exitCode, without.stderr]).toEqual([2, expect.stringMatching(/--currency/)]);
  } finally {
    server.close();
  }
});
