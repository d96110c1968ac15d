import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from 'sequenzy-testkit';
import { runCli, serveSandbox } from './cli-process.ts';
import { hasTerminal, onTerminal } from './on-terminal.ts';

const home = [
  'ID,Name,Price,Stock,Category',
  '1001,Blue Mug,$12.50,5,mugs',
  '1002,Red Mug,$13.50,0,mugs',
  '1003,A green mug with a very long name,$9,12,mugs',
  '1004,Tray,$20,1,\u001b[31mtrays',
  '',
].join('\n');

describe('a product file that no platform has written', () => {
  it('is refused with how it would be read, the command that accepts it, and the mapping', async () => {
    const cwd = await tempFolder();
    await writeFile(join(cwd, 'home.csv'), home);
    const { exitCode, stderr, stdout } = await runCli(
      ['catalog', 'sync', 'home.csv', '--sandbox', '--currency', 'USD', '--json'],
      { cwd },
    );
    expect(exitCode).toBe(2);
    expect(stderr).toContain(
      [
        'home.csv       not an export we know; this is how it would be read (3 of 4 rows shown)',
        '               ID        -> productId         1001, 1002, 1003',
        '               Name      -> title             Blue Mug, Red Mug, A green mug with a …',
        '               Price     -> price (USD)       $12.50, $13.50, $9',
        '               Stock     -> inventoryQuantity 5, 0, 12',
        '               Category  not used',
        'error  home.csv was not read: nobody has confirmed this mapping.',
        'To read it like this: sequenzy-cli catalog sync home.csv --sandbox --currency USD --json --map auto',
      ].join('\n'),
    );
    const { stoppedBy } = JSON.parse(stdout) as { stoppedBy: { code: string; mapping: object } };
    expect(stoppedBy.code).toBe('mapping-needed');
    expect(JSON.parse(stderr.slice(stderr.indexOf('\n{')))).toEqual(stoppedBy.mapping);
    expect(stoppedBy.mapping).toEqual({
      fields: {
        productId: 'ID',
        title: 'Name',
        price: { from: 'Price', decimal: '.' },
        inventoryQuantity: 'Stock',
      },
    });
  });

  it('without headings is read by its cells once that is accepted, and what is refused can be sent again', async () => {
    const cwd = await tempFolder();
    const { sandbox, url } = await serveSandbox();
    const rows = [
      'Blue mug,T-10021,12.50',
      'Red mug,T-10022,8.0O',
      'Tray,T-10040,20.00',
      'Pot,T-10041,9.90',
      'Pan,T-10048,7.90',
      'Jug,T-10050,6.90',
    ];
    await writeFile(join(cwd, 'home.csv'), rows.join('\n'));
    const sync = ['catalog', 'sync', 'home.csv', '--currency', 'USD', '--yes'];
    const asked = await runCli(sync, { cwd, url });
    expect(asked.exitCode).toBe(2);
    expect(asked.stderr).toContain('column 3  -> price (USD) 12.50, 8.0O, 20.00');
    expect(sandbox.products.size).toBe(0);

    const auto = await runCli([...sync, '--map', 'auto'], { cwd, url });
    expect(auto.exitCode, auto.stderr).toBe(3);
    expect(sandbox.products.get('T-10021')).toMatchObject({ title: 'Blue mug', priceCents: 1250 });
    expect(sandbox.products.size).toBe(5);
    const rejects = await readFile(join(cwd, 'home.rejects.csv'), 'utf8');
    expect(rejects).toMatch(/^column 1,column 2,column 3,/);

    await writeFile(join(cwd, 'home.rejects.csv'), rejects.replace('8.0O', '8.00'));
    const mapping = { header: 'none', fields: { productId: 2, title: 'A', price: 'column 3' } };
    await writeFile(join(cwd, 'own.json'), JSON.stringify(mapping));
    const again = ['catalog', 'sync', 'home.rejects.csv', '--currency', 'USD', '--yes'];
    const fixed = await runCli([...again, '--map', 'own.json'], { cwd, url });
    expect(fixed.exitCode, fixed.stderr).toBe(0);
    expect(sandbox.products.get('T-10022')).toMatchObject({ title: 'Red mug', priceCents: 800 });
  });

  it('is read by --map auto, and by a mapping file', async () => {
    const cwd = await tempFolder();
    const { sandbox, url } = await serveSandbox();
    await writeFile(join(cwd, 'home.csv'), home);
    const sync = ['catalog', 'sync', 'home.csv', '--currency', 'USD', '--yes'];
    const auto = await runCli([...sync, '--map', 'auto'], { cwd, url });
    expect(auto.exitCode, auto.stderr).toBe(0);
    expect(auto.stderr).toContain('this is how it is read (3 of 4 rows shown)');
    expect(sandbox.products.get('1002')).toMatchObject({ priceCents: 1350, inStock: false });

    const mapping = {
      fields: {
        productId: 'ID',
        title: 'Name',
        url: 'https://shop.example/p/{ID}',
        price: { from: 'Price', decimal: '.' },
        inStock: { from: 'Category', values: { mugs: true } },
      },
      where: { ID: { not: '1003' } },
    };
    await writeFile(join(cwd, 'home.json'), JSON.stringify(mapping));
    const mapped = await runCli([...sync, '--map', 'home.json'], { cwd, url });
    expect(mapped.exitCode, mapped.stderr).toBe(3);
    expect(sandbox.products.get('1002')).toMatchObject({
      inStock: true,
      url: 'https://shop.example/p/1002',
    });
    expect(await readFile(join(cwd, 'home.rejects.csv'), 'utf8')).toContain('1004');
    expect(mapped.stderr).toContain('home.csv:5  1004  Category: "');
  });

  it('is read by the mapping that lies beside it, in YAML', async () => {
    const cwd = await tempFolder();
    const { sandbox, url } = await serveSandbox();
    const table = [
      'All our products,,',
      'Nr,Was,Kostet',
      'x,y,z',
      'a1,Tasse,"12,5 €"',
      'a2,Krug,1999',
    ];
    await writeFile(join(cwd, 'artikel.csv'), table.join('\n'));
    const mapping = (header: number, decimal: string): string =>
      [
        'fields:',
        '  productId: Nr',
        '  title: "{Was} ({Nr})"   # a template',
        `  price: { from: Kostet, decimal: "${decimal}" }`,
        '  currency: { value: EUR }',
        `header: ${String(header)}`,
        'skip: [3]',
      ].join('\n');
    await writeFile(join(cwd, 'artikel.map.yaml'), mapping(2, ','));
    const sync = ['catalog', 'sync', 'artikel.csv'];
    const { exitCode, stderr } = await runCli(sync, { cwd, url });
    expect(exitCode, stderr).toBe(0);
    expect(stderr).toContain('mapping        artikel.map.yaml\n');
    expect(stderr).toContain('excluded by mapping');
    expect([...sandbox.products]).toMatchObject([
      { productId: 'a1', title: 'Tasse (a1)', priceCents: 1250 },
      { productId: 'a2', priceCents: 199900 },
    ]);

    await writeFile(join(cwd, 'artikel.map.yaml'), mapping(9, ','));
    const lost = await runCli(sync, { cwd, url });
    expect(lost.stderr).toContain('there is no line 9, where the mapping says the columns are');
    await writeFile(join(cwd, 'artikel.map.yaml'), `${mapping(2, ',')}\n  x: [`);
    const broken = await runCli(sync, { cwd, url });
    expect(broken.exitCode).toBe(2);
    expect(broken.stderr).toContain('artikel.map.yaml, line 8, column');
  });

  it.skipIf(!hasTerminal)(
    'is asked about on a terminal, which offers to save the mapping',
    async () => {
      const cwd = await tempFolder();
      await writeFile(join(cwd, 'home.csv'), home);
      const { status, screen } = await onTerminal(
        'catalog sync home.csv --sandbox --currency USD',
        { cwd },
        ['Read it like this? [y/N]', 'y\n'],
        ['Save this mapping as home.map.json for the next time? [y/N]', 'y\n'],
      );
      expect(status, screen).toBe(0);
      expect(screen).toContain('4 accepted');
      const again = await runCli(
        ['catalog', 'sync', 'home.csv', '--dry-run', '--currency', 'USD'],
        { cwd },
      );
      expect(again.stderr).toContain('mapping        home.map.json');
      expect(again.exitCode, again.stderr).toBe(0);
    },
  );

  it.skipIf(!hasTerminal)('is asked about together with what is open', async () => {
    const cwd = await tempFolder();
    await writeFile(join(cwd, 'home.csv'), home);
    const { status, screen } = await onTerminal(
      'catalog sync home.csv --sandbox',
      { cwd },
      ['such as EUR? (an answer reads it like this; Enter: no)', 'dollars\n'],
      ['such as EUR? (an answer reads it like this; Enter: no)', 'usd\n'],
      ['Save this mapping as home.map.json for the next time? [y/N]', 'y\n'],
    );
    expect(status, screen).toBe(0);
    expect(screen).toContain('4 accepted');
    expect(JSON.parse(await readFile(join(cwd, 'home.map.json'), 'utf8'))).toMatchObject({
      fields: { currency: { value: 'USD' } },
    });
  });

  it('is refused when it suggests another mapping than the last time', async () => {
    const cwd = await tempFolder();
    const { url } = await serveSandbox();
    const sync = ['catalog', 'sync', 'home.csv', '--currency', 'USD', '--map'];
    await writeFile(join(cwd, 'home.csv'), home);
    expect((await runCli([...sync, 'auto'], { cwd, url })).exitCode).toBe(0);
    await writeFile(
      join(cwd, 'home.csv'),
      home.replace('Category', 'Sale price').replace(/,[^,]*(mugs|trays)/g, ',1'),
    );
    const changed = await runCli([...sync, 'auto'], { cwd, url });
    expect(changed.exitCode).toBe(2);
    expect(changed.stderr).toContain(
      'the columns suggest another mapping than the last time: salePrice was not read and would be "Sale price"',
    );
    expect(changed.stderr).not.toContain('To read it like this');
    const [, kept = ''] = /Keep the last one with --map (\S+),/.exec(changed.stderr) ?? [];
    const again = await runCli([...sync, kept], { cwd, url });
    expect(again.exitCode, again.stderr).toBe(0);
  });

  it('says what is open, in the terms of the file', async () => {
    const cwd = await tempFolder();
    const text = 'Artikelnummer;Bezeichnung;Preis brutto;VK netto;Products\n1;Becher;1,295;x;a\n';
    await writeFile(join(cwd, 'artikel.csv'), text.replace(';x;', ';1;'));
    const { exitCode, stderr } = await runCli(
      ['catalog', 'sync', 'artikel.csv', '--sandbox', '--map', 'auto'],
      { cwd },
    );
    expect(exitCode).toBe(2);
    expect(stderr).toContain('"Preis brutto" holds "1,295", which can be 1295 or 1.295');
    expect(stderr).toContain('--map auto --decimal <sign> --currency <code>');
  });
});

it('backfills orders that no platform has written by --map auto', async () => {
  const cwd = await tempFolder();
  const { sandbox, url } = await serveSandbox();
  const head = 'order_id,customer_email,order_date,products,total,currency,state';
  const rows = [
    'A1,al@shop.example,2026-01-05 10:00,Tee x2,40.00,EUR,shipped',
    'A2,al@shop.example,2026-01-06 10:00,Cap,9.50,EUR,failed',
  ];
  await writeFile(join(cwd, 'sales.csv'), [head, ...rows].join('\n'));
  const backfill = [
    'orders',
    'backfill',
    'sales.csv',
    '--totals',
    'none',
    '--yes',
    '--map',
    'auto',
  ];
  const open = await runCli(backfill, { cwd, url });
  expect(open.exitCode).toBe(2);
  expect(open.stderr).toContain('do not say in which zone they were written');
  expect(open.stderr).toContain('--map auto --timezone <iana>');
  const { exitCode, stderr } = await runCli([...backfill, '--timezone', 'Europe/Berlin'], {
    cwd,
    url,
  });
  expect(exitCode, stderr).toBe(0);
  expect(stderr).toContain('products        -> items     Tee x2, Cap');
  expect(stderr).toContain('a…@shop.example');
  expect(stderr).not.toContain('al@');
  expect([...sandbox.orders].map(({ order }) => order)).toMatchObject([
    {
      orderId: 'A1',
      status: 'fulfilled',
      totalCents: 4000,
      orderedAt: '2026-01-05T09:00:00Z',
      items: [{ productId: 'tee', title: 'Tee', quantity: 2 }],
    },
  ]);
});

it('map shows and writes a mapping, with fields that are set', async () => {
  const cwd = await tempFolder();
  await writeFile(join(cwd, 'shop.csv'), 'Name,Cost,Other cost,Stock\nMug,"12,50 €",2 €,3\n');
  const open = await runCli(['map', 'shop.csv'], { cwd });
  expect(open.exitCode).toBe(2);
  expect(open.stderr).toContain('"Cost" can be the price, and its heading does not say so');
  expect(open.stderr).toContain('note           Nothing but "Name" tells the products apart');
  const set = ['--set', 'productId=Name', '--set', 'price=Cost', '--set', 'title=Name'];
  const { exitCode, stdout, stderr } = await runCli(
    ['map', 'shop.csv', ...set, '--currency', 'EUR'],
    { cwd },
  );
  expect(exitCode, stderr).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    fields: {
      inventoryQuantity: 'Stock',
      productId: 'Name',
      price: { from: 'Cost', decimal: ',' },
      title: 'Name',
    },
  });
  expect(
    (await runCli(['map', 'shop.csv', ...set, '--out', 'shop.map.json'], { cwd })).exitCode,
  ).toBe(0);
  const sync = await runCli(['catalog', 'sync', 'shop.csv', '--sandbox', '--currency', 'EUR'], {
    cwd,
  });
  expect(sync.stderr).toContain('1 accepted');
});

it('map changes a mapping file that is there, and says what is different', async () => {
  const cwd = await tempFolder();
  await writeFile(join(cwd, 'shop.csv'), 'ID,Name,Cost,Price\n1,Mug,10,12\n2,Cup,8,9\n');
  const map = ['map', 'shop.csv', '--currency', 'EUR', '--out', 'shop.map.json'];
  expect((await runCli([...map, '--set', 'price=Cost'], { cwd })).exitCode).toBe(0);
  const file = join(cwd, 'shop.map.json');
  const own = JSON.parse(await readFile(file, 'utf8')) as { fields: object };
  await writeFile(file, JSON.stringify({ ...own, where: { ID: { not: '2' } } }));

  const { exitCode, stderr } = await runCli([...map, '--set', 'price=Price'], { cwd });
  expect(exitCode, stderr).toBe(0);
  expect(stderr).toContain('changed        price was "Cost" and is now "Price"');
  expect(stderr).toContain('tested         1 record, none with a fault');
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
    fields: { ...own.fields, price: 'Price' },
    where: { ID: { not: '2' } },
  });
  const again = await runCli([...map, '--set', 'price=Price', '--json'], { cwd });
  expect(again.stderr).toContain('shop.map.json, unchanged');
  expect(JSON.parse(again.stdout)).toMatchObject({ changes: [], tested: { records: 1 } });

  const before = await readFile(file, 'utf8');
  const refused = await runCli([...map, '--set', 'price=Kost'], { cwd });
  expect(refused.exitCode).toBe(2);
  expect(refused.stderr).toContain('there is no column "Kost"');
  expect(await readFile(file, 'utf8')).toBe(before);

  await writeFile(join(cwd, 'flat.json'), '{"Cost":"price"}');
  const flat = await runCli(['map', 'shop.csv', '--set', 'price=Price', '--out', 'flat.json'], {
    cwd,
  });
  expect(flat.exitCode).toBe(2);
  expect(flat.stderr).toContain('flat.json is in the short form, which is not rewritten here');
});

it('map takes a whole rule, and tries the mapping on the file', async () => {
  const cwd = await tempFolder();
  await writeFile(join(cwd, 'shop.csv'), 'ID,Name,Cost\n1,Mug,1250\n2,Cup,x\n');
  const rule = '{"from":"Cost","minorUnits":true}';
  const { exitCode, stdout, stderr } = await runCli(
    ['map', 'shop.csv', '--currency', 'EUR', '--set', `price=${rule}`],
    { cwd },
  );
  expect(exitCode, stderr).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ fields: { price: JSON.parse(rule) as object } });
  expect(stderr).toContain('2 records, 1 with a fault');
  expect(stderr).toContain('shop.csv:3  Cost: expected a whole number, got "x"');
  for (const [said, problem] of [
    ['price={"from":"Cost","minor":1}', '"minor" is not part of a mapping'],
    ['price={"from', 'is not a rule'],
    ['price=Kost', 'there is no column "Kost", which the mapping names'],
    ['prize=Cost', 'the mapping names "prize", which is not a field of a product'],
  ] as const) {
    const refused = await runCli(['map', 'shop.csv', '--set', said], { cwd });
    expect(refused.exitCode, said).toBe(2);
    expect(refused.stderr).toContain(problem);
  }
});

it.skipIf(!hasTerminal)('map asks on a terminal what to read otherwise, step by step', async () => {
  const cwd = await tempFolder();
  await writeFile(join(cwd, 'shop.csv'), 'Name,Worth,Stock\nMug,12.50,3\nCup,9.00,0\n');
  const next = 'Field to read otherwise, such as price (Enter: none)?';
  const { status, screen } = await onTerminal(
    'map shop.csv',
    { cwd },
    [next, 'price\n'],
    ['Column, template or rule of price?', 'Wort\n'],
    ['There is no column "Wort"', ''],
    [next, 'price\n'],
    ['Column, template or rule of price?', 'Worth\n'],
    ['Currency of the amounts, such as EUR?', 'EUR\n'],
    ['price (EUR)', ''],
    [next, 'inventoryQuantity\n'],
    ['Column, template or rule of inventoryQuantity?', '{"from":"Stock"}\n'],
    [next, '\n'],
    ['2 records, none with a fault', ''],
    ['Save this mapping as shop.map.json? [y/N]', 'y\n'],
  );
  expect(status, screen).toBe(0);
  const saved = JSON.parse(await readFile(join(cwd, 'shop.map.json'), 'utf8')) as object;
  expect(saved).toMatchObject({
    fields: {
      productId: 'Name',
      price: { from: 'Worth', decimal: '.' },
      currency: { value: 'EUR' },
    },
  });
  const sync = await runCli(['catalog', 'sync', 'shop.csv', '--sandbox'], { cwd });
  expect(sync.stderr).toContain('2 accepted');
});

it.skipIf(!hasTerminal)('map asks on a terminal what options say elsewhere', async () => {
  const cwd = await tempFolder();
  const rows = 'order,email,date,total\nA1,al@shop.example,2026-01-05 10:00,40.00\n';
  await writeFile(join(cwd, 'sales.csv'), rows);
  const { status, screen } = await onTerminal(
    'map sales.csv --orders',
    { cwd },
    ['Currency of the amounts, such as EUR?', 'usd\n'],
    ['Zone of the times, such as Europe/Berlin?', 'Europe/Berlin\n'],
    ['Field to read otherwise', '\n'],
    ['Save this mapping as sales.map.json? [y/N]', 'n\n'],
  );
  expect(status, screen).toBe(0);
  expect(screen).toContain('"currency": { "value": "USD" }');
  expect(screen).toContain('"timezone": "Europe/Berlin"');
  expect(screen).toContain('1 record, none with a fault');
});
