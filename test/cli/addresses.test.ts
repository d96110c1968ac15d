import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { key, runCli, serveSandbox } from './cli-process.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

const lamps = [
  ['l0', 'https://shop.example/a lamp', ''],
  ['l1', '/lamps/1', '//cdn.example/1.jpg'],
  ['l2', 'www.shop.example/2', 'lamp.jpg'],
  ['l3', 'javascript:alert(1)', 'data:image/png;base64,AAAA'],
  ['l4', 'https://shop.example/lümen', 'https://me:secret@shop.example/4.jpg'],
];

const sync = ['catalog', 'sync', 'lamps.csv', '--currency', 'EUR', '--json'];

async function write(): Promise<void> {
  const rows = lamps.map(([id = '', ...cells]) =>
    [id, 'Lamp', '9.00', ...cells.map((cell) => `"${cell}"`)].join(','),
  );
  await writeFile(
    join(cwd, 'lamps.csv'),
    ['productId,title,price,url,imageUrl', ...rows].join('\n'),
  );
}

describe('addresses of a product file', () => {
  it('are sent as null where they cannot stand in an e-mail, and counted in one warning', async () => {
    await write();
    const { sandbox, url } = await serveSandbox();
    const stored = (id: string) => {
      const product = sandbox.products.get(id);
      return [product?.url, product?.imageUrl];
    };
    const first = await runCli(sync, { cwd, url });
    expect(first.exitCode).toBe(0);
    expect(JSON.parse(first.stdout)).toMatchObject({
      records: { accepted: 5 },
      warnings: [
        expect.stringMatching(
          /^7 addresses are not absolute .*url "\/lamps\/1" of l1, .* 4 more\./,
        ),
      ],
    });
    expect(lamps.map(([id = '']) => stored(id))).toEqual([
      ['https://shop.example/a%20lamp', null],
      [null, null],
      [null, null],
      [null, null],
      ['https://shop.example/l%C3%BCmen', null],
    ]);
    expect(first.stdout + first.stderr).not.toContain('secret');

    const completed = await runCli([...sync, '--store-url', 'https://shop.example'], { cwd, url });
    expect(JSON.parse(completed.stdout)).toMatchObject({
      records: { accepted: 1, unchanged: 4 },
      warnings: [expect.stringMatching(/^5 addresses are not absolute /)],
    });
    expect(stored('l1')).toEqual(['https://shop.example/lamps/1', 'https://cdn.example/1.jpg']);
  });

  it('reject their products with --strict-urls', async () => {
    await write();
    const { exitCode, stdout } = await runCli(
      [...sync, '--sandbox', '--strict-urls', '--dry-run'],
      { cwd },
    );
    expect(exitCode).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      records: { rejected: 4 },
      warnings: [],
      rejects: [
        { line: 3 },
        { line: 4 },
        { line: 5 },
        {
          line: 6,
          reasons: [
            { column: 'imageUrl', message: expect.stringContaining('absolute http') as string },
          ],
        },
      ],
    });
  });
});

describe('page addresses', () => {
  it('are counted in the plan where they are missing, and how to make them is said where that is known', async () => {
    await writeFile(join(cwd, 'tees.csv'), 'Handle,Title,Variant Price\ntee,Tee,9\ncap,Cap,5\n');
    const plan = ['catalog', 'sync', 'tees.csv', '--currency', 'EUR', '--dry-run'];
    const { stderr } = await runCli([...plan, '--sandbox'], { cwd });
    expect(stderr).toMatch(
      /pages +2 products have no page address; with --store-url https:\/\/shop\.example they get one/,
    );
    const { stdout } = await runCli([...plan, '--sandbox', '--json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ plan: { withoutPage: 2 } });
    const made = await runCli([...plan, '--sandbox', '--store-url', 'https://shop.example'], {
      cwd,
    });
    expect(made.stderr).not.toContain('page address');
    const checked = await runCli(['catalog', 'check', 'tees.csv', '--currency', 'EUR'], { cwd });
    expect(checked.stdout + checked.stderr).toContain('2 products have no page address');
  });
});

it('single events and the server refuse them', async () => {
  const { url } = await serveSandbox();
  const checkout = {
    checkoutId: 'c1',
    customer: { email: 'ada@shop.example' },
    checkoutUrl: '//shop.example/c1',
  };
  const start = ['checkouts', 'track', '-'];
  const { exitCode, stderr } = await runCli(start, { cwd, url, stdin: JSON.stringify(checkout) });
  expect([exitCode, stderr]).toEqual([
    2,
    expect.stringContaining('absolute http or https address'),
  ]);
  const answer = await fetch(`${url}/api/v1/products`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ products: [{ productId: 'l', title: 'L', imageUrl: 'l.jpg' }] }),
  });
  expect(answer.status).toBe(400);
});
