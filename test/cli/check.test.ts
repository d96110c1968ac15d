import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { productsCsv, runCli, startCli, type Run } from './cli-process.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

const header = 'productId,title,price,compareAtPrice,currency,description,sku,barcode';
const good = ['0036000291452', '0036000291469', '0036000291476'].map(
  (barcode, at) => `ok-${String(at)},Lamp,12.50,,EUR,v${String(at)},S-${String(at)},${barcode}`,
);

/** One row for each kind of damage that a row can have. */
const damaged = [
  ...good,
  'd1,Lamp,12.50,,EUR,v,4.05E+12,0036000291490',
  'd2,Lamp,12.50,,EUR,v,S-6,36000291483',
  "d3,Lamp,12.50,,EUR,v,'0123,0036000291506",
  'd4,Lamp,12.50,,EUR,v,Mar-04,0036000291513',
  'd5,Lamp,"12,50",,EUR,v,S-9,0036000291520',
  'd6,CafÃ© lamp,12.50,,EUR,v,S-10,0036000291537',
  'd7,Lamp,12.50,,USD,v,S-11,0036000291544',
  'd8,Lamp,12.50,,EUR,v,S-0,0036000291551',
  'd9,Lamp,12.50,12.50,EUR,v,S-13,0036000291568',
  'd10,<b>Lamp</b>,12.50,,EUR,v,S-14,0036000291575',
];

async function checked(rows: readonly string[], ...more: readonly string[]): Promise<Run> {
  await writeFile(join(cwd, 'p.csv'), [header, ...rows, ''].join('\n'));
  return runCli(['catalog', 'check', 'p.csv', ...more], { cwd });
}

interface Document {
  readonly damage: { readonly left: number };
  readonly findings: readonly { readonly kind: string; readonly line: number }[];
}

function documentOf({ stdout }: Run): Document {
  return JSON.parse(stdout) as Document; // looked at field by field
}

describe('catalog check, as a doctor of spreadsheets', () => {
  it('finds every kind of damage, with place, value and repair', async () => {
    const run = await checked(damaged, '--json');
    expect(run.exitCode).toBe(3);
    const { findings } = documentOf(run);
    const found = findings.map(({ kind, line }) => `${kind} ${String(line)}`).sort();
    expect(found).toEqual(
      [
        'lost-digits 5',
        'lost-zeros 6',
        'apostrophe 7',
        'date 8',
        'decimal-comma 9',
        'mojibake 10',
        'currency-switch 11',
        'duplicate-key 12',
        'compare-at 13',
        'html-title 14',
      ].sort(),
    );
    expect(findings).toContainEqual({
      kind: 'lost-zeros',
      file: 'p.csv',
      line: 6,
      column: 'barcode',
      value: '36000291483',
      problem: 'has 11 digits, and others of the column 13 with zeros before them',
      repair: '0036000291483',
      isCertain: true,
    });
    expect(JSON.parse(run.stdout)).toMatchObject({
      command: 'catalog check',
      status: 'partial',
      damage: { count: 10, certain: 6, left: 10, notInspected: [], repaired: null },
    });
  });

  it('prints one line a finding, says which repairs are certain, and adds up', async () => {
    const { exitCode, stdout, stderr } = await checked(damaged);
    expect({ exitCode, stderr }).toEqual({ exitCode: 3, stderr: '' });
    expect(stdout).toMatch(
      /^apostrophe +p\.csv:7 {2}sku: begins with an .*\(got "'0123"\); certain repair: "0123"$/m,
    );
    expect(stdout).toMatch(/^compare-at .*; certain repair: an empty cell$/m);
    expect(stdout).toMatch(/^found +10 findings: 1 .*; --fix <file> repairs 6$/m);
  });

  it('gives a clean bill, and 0', async () => {
    const { exitCode, stdout } = await checked(good);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^found +no damage$/m);
  });

  it('has one column for its texts, whatever is found', async () => {
    const { stdout } = await checked([...good, `p,<b>Lamp</b>,1,,USD,,,`]);
    expect(stdout).toMatch(/^currency switch {3}p\.csv:/m);
    const labels = stdout.trimEnd().split('\n');
    expect(new Set(labels.map((line) => /^\S+(?: \S+)* {3,}/.exec(line)?.[0].length))).toEqual(
      new Set([18]),
    );
  });

  it('writes what needs no repair, too, so that nothing older is taken for it', async () => {
    await writeFile(join(cwd, 'out.csv'), 'of yesterday');
    const { exitCode, stdout } = await checked(good, '--fix', 'out.csv', '--yes');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^copied +out\.csv: there was nothing to repair; 0 findings left for you to look at$/m,
    );
    expect(await readFile(join(cwd, 'out.csv'), 'utf8')).toBe(
      await readFile(join(cwd, 'p.csv'), 'utf8'),
    );
  });

  it('cuts a long list, with the total of each kind', async () => {
    const rows = Array.from({ length: 1500 }, (_, at) => `p${String(at)},<b>Lamp</b>,1,,EUR,,,`);
    const { stdout } = await checked(rows);
    expect(stdout.match(/^html title .*certain repair/gm)).toHaveLength(5);
    expect(stdout).toMatch(/^html title +and 1,495 more$/m);
    const run = await checked(rows, '--json');
    expect(documentOf(run).findings).toHaveLength(1000);
    expect(JSON.parse(run.stdout)).toMatchObject({ damage: { count: 1500 } });
  });

  it('shows the damaged part of a long text', async () => {
    const text = `${'long '.repeat(40)}CafÃ©${' text'.repeat(40)}`;
    const { stdout } = await checked([`p,${text},1,,EUR,,,`]);
    expect(stdout).toMatch(/got "….{15,40}CafÃ© .*…"\); certain repair: ".*Café/);
    expect(stdout.split('\n').find((line) => line.startsWith('mojibake'))?.length).toBeLessThan(
      300,
    );
  });

  it('tells what it found in a file that cannot be read as a whole', async () => {
    const rows = [...good.slice(0, 1), 'b,B,1,,EUR,,,,too,many'];
    const run = await checked(rows, '--json');
    expect(run.exitCode).toBe(3);
    expect(JSON.parse(run.stdout)).toMatchObject({
      status: 'failed',
      stoppedBy: { code: 'shifted-rows' },
      findings: [{ kind: 'shifted-row', line: 3, column: null }],
      plan: null,
    });
    const { stdout } = await checked(rows);
    expect(stdout).toMatch(/^shifted row +p\.csv:3 {2}the row has 10 cells/m);
    expect(stdout).toMatch(/^because +p\.csv, line 3: /m);
  });

  it('reads standard input once, and gzip', async () => {
    const stdin = [header, ...damaged, ''].join('\n');
    const piped = await runCli(['catalog', 'check', '-'], { cwd, stdin });
    expect(piped.stdout).toMatch(/^found +10 findings/m);
    expect(piped.stdout).toMatch(/^date +stdin:8 /m);
    await writeFile(join(cwd, 'p.csv.gz'), gzipSync(stdin));
    const zipped = await runCli(['catalog', 'check', 'p.csv.gz'], { cwd });
    expect(zipped.stdout).toMatch(/^found +10 findings/m);
  });

  it('says that JSON is not looked over', async () => {
    await writeFile(join(cwd, 'p.json'), '[{"productId":"a","title":"<b>A</b>"}]');
    const { exitCode, stdout } = await runCli(['catalog', 'check', 'p.json'], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^found +no damage was looked for: only CSV and workbooks can have it$/m,
    );
    const fixed = await runCli(['catalog', 'check', 'p.json', '--fix', 'o.csv'], { cwd });
    expect(fixed).toMatchObject({ exitCode: 2, stdout: '' });
    expect(fixed.stderr).toContain('only CSV is repaired, and this is JSON');
  });

  it.each([
    ['', 'the file is empty'],
    ['a,b\n1,2\n', 'the format is not recognised'],
    [`${header}\n"a,A\n`, 'quote'],
    ['PK\u0003\u0004\u0000\u0000', ''],
  ])('refuses %j without a stack', async (text, message) => {
    await writeFile(join(cwd, 'p.csv'), text);
    const { exitCode, stderr } = await runCli(['catalog', 'check', 'p.csv'], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^error {2}.*\n$/);
  });

  it('stops at Ctrl-C', async () => {
    const running = startCli(['catalog', 'check', '-'], { cwd, keepStdin: true });
    await new Promise((resolve) => setTimeout(resolve, 500));
    running.process.kill('SIGINT');
    expect((await running.done).exitCode).toBe(130);
  });
});

describe('catalog check --fix', () => {
  it('writes what is certain, and the written file is clean of it', async () => {
    const run = await checked(damaged, '--fix', 'out.csv');
    expect(run.exitCode).toBe(3);
    expect(run.stdout).toMatch(
      /^repaired +out\.csv: 6 cells; 4 findings left for you to look at$/m,
    );
    const lines = (await readFile(join(cwd, 'out.csv'), 'utf8')).split('\n');
    expect(lines[0]).toBe(header);
    expect(lines[5]).toBe('d2,Lamp,12.50,,EUR,v,S-6,0036000291483');
    expect(lines[9]).toBe('d6,Café lamp,12.50,,EUR,v,S-10,0036000291537');
    const again = await runCli(['catalog', 'check', 'out.csv', '--json'], { cwd });
    expect(JSON.parse(again.stdout)).toMatchObject({ damage: { count: 4, certain: 0 } });
    expect(await readdir(cwd)).toEqual(['out.csv', 'p.csv']);
  });

  it('ends with 0 when nothing is left', async () => {
    const { exitCode, stdout } = await checked(["a,A,1,,EUR,v,'0123,"], '--fix', 'out.csv');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^repaired +out\.csv: 1 cell; 0 findings left/m);
  });

  it('leaves a header in the middle of the file out', async () => {
    const rows = [...good, header, 'z,Z,1,,EUR,v,S-99,0036000291476'];
    const found = await checked(rows);
    expect(found.exitCode).toBe(3);
    expect(found.stdout).toMatch(
      /^header again +p\.csv:5 {2}the row is the header again, as where one file was put behind another; certain repair: without it$/m,
    );
    const { exitCode, stdout } = await checked(rows, '--fix', 'out.csv');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^repaired +out\.csv: 1 row left out; 0 findings left/m);
    expect((await readFile(join(cwd, 'out.csv'), 'utf8')).split(header)).toHaveLength(2);
    const again = await runCli(['catalog', 'check', 'out.csv'], { cwd });
    expect(again.exitCode).toBe(0);
  });

  it('never makes a formula of a text behind spaces, in the repaired file and among the rejects', async () => {
    const formulas = ['=1+1', '+A1', '-1+2', '@SUM(A1)', '＝1+1'];
    const rows = formulas.map((text, at) => `f${String(at)},  ${text},x,,EUR,v,-5,`);
    await checked(rows, '--fix', 'out.csv', '--rejects', 'rejects.csv');
    for (const file of ['out.csv', 'rejects.csv']) {
      const [, ...lines] = (await readFile(join(cwd, file), 'utf8')).trim().split('\n');
      expect(lines.map((line) => line.split(',').slice(1, 7))).toEqual(
        formulas.map((text) => [`"  ${text}"`, 'x', '', 'EUR', 'v', '-5']),
      );
    }
  });

  it('keeps the delimiter of the file', async () => {
    await writeFile(join(cwd, 'p.tsv'), 'productId\ttitle\na\t"<b>A, or ""B""</b>"\n');
    await runCli(['catalog', 'check', 'p.tsv', '--fix', 'o.tsv'], { cwd });
    expect(await readFile(join(cwd, 'o.tsv'), 'utf8')).toBe('productId\ttitle\na\t"A, or ""B"""\n');
  });

  it('never replaces an input, and another file only with --yes', async () => {
    await writeFile(join(cwd, 'out.csv'), 'mine');
    const kept = await checked(damaged, '--fix', 'out.csv');
    expect(kept).toMatchObject({ exitCode: 2, stdout: '' });
    expect(kept.stderr).toContain('--fix: out.csv exists. Name another one, or replace it');
    expect(await readFile(join(cwd, 'out.csv'), 'utf8')).toBe('mine');
    expect((await checked(damaged, '--fix', './p.csv', '--yes')).stderr).toContain(
      'an input file is never overwritten',
    );
    expect((await checked(damaged, '--fix', 'out.csv', '--yes')).exitCode).toBe(3);
    expect((await stat(join(cwd, 'out.csv'))).size).toBeGreaterThan(100);
  });

  it('takes one input, a folder that exists, and a name of its own', async () => {
    await writeFile(join(cwd, 'q.csv'), productsCsv(1));
    const several = await checked(good, 'q.csv', '--fix', 'o.csv');
    expect(several).toMatchObject({ exitCode: 2, stdout: '' });
    expect(several.stderr).toContain('Repair one file at a time');
    expect((await checked(good, '--fix', 'no/o.csv')).stderr).toContain(
      '--fix: the folder no does not exist',
    );
    for (const name of ['./x', '-', '']) {
      const { exitCode } = await checked(good, '--fix', name, '--rejects', 'x', '--yes');
      expect(exitCode).toBe(2);
    }
    expect(await readdir(cwd)).toEqual(['p.csv', 'q.csv']);
  });

  it('writes the repaired file also where the records cannot be read', async () => {
    await writeFile(join(cwd, 'p.csv'), "productId,title,price,sku\na,A,1,'0123\n");
    const run = await runCli(['catalog', 'check', 'p.csv', '--fix', 'out.csv'], { cwd });
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toMatch(/^repaired +out\.csv: 1 cell/m);
    expect(run.stdout).toMatch(
      /^because .*nothing says in which currency\nnext +Pass --currency /m,
    );
  });
});

describe('orders check', () => {
  const orders = [
    'orderId,email,total,currency,orderedAt,itemProductId,itemTitle,itemQuantity,itemPrice,itemSku',
    '1,a@example.com,2,EUR,2024-01-01T00:00:00Z,lamp,Lamp,1,1,L',
    '1,,,,,chair,Chair,1,1,C',
    "2,a@example.com,1,USD,2024-01-01T00:00:00Z,lamp,Lamp,1,1,'01",
    '',
  ].join('\n');

  beforeEach(async () => {
    await writeFile(join(cwd, 'o.csv'), orders);
    await writeFile(join(cwd, 'p.csv'), 'productId,title\nlamp,Lamp\n');
  });

  it('names the lines whose product is not in the catalog, and the damage', async () => {
    const args = ['orders', 'check', 'o.csv', '--catalog', 'p.csv'];
    const { exitCode, stdout } = await runCli(args, { cwd });
    expect(exitCode).toBe(3);
    expect(stdout).toMatch(
      /^unknown product +o\.csv:3 {2}itemProductId: is not in the catalog: Chair \(got "chair"\)$/m,
    );
    expect(stdout).toMatch(/^apostrophe +o\.csv:4 {2}itemSku: /m);
    expect(stdout).toMatch(/^checked +2 valid orders, 0 rejected, nothing was sent/m);
    const document = await runCli([...args, '--json'], { cwd });
    expect(JSON.parse(document.stdout)).toMatchObject({
      command: 'orders check',
      status: 'partial',
      source: { orders: 2, items: 3 },
      damage: { count: 2 },
      findings: [{ kind: 'apostrophe' }, { kind: 'unknown-product', line: 3, value: 'chair' }],
      rejects: [],
    });
  });

  it('looks up in a catalog what a file names by SKU, and takes products off sale for known', async () => {
    await writeFile(
      join(cwd, 's.csv'),
      [
        'Name,Email,Financial Status,Paid at,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku',
        '#1,a@example.com,paid,2024-03-06 00:47:00 +0000,USD,3,2024-03-06 00:47:00 +0000,1,Lamp,1,L-1',
        '#1,a@example.com,,,,,2024-03-06 00:47:00 +0000,1,Old lamp,1,L-2',
        '#1,a@example.com,,,,,2024-03-06 00:47:00 +0000,1,Ghost,1,L-3',
        '',
      ].join('\n'),
    );
    await writeFile(
      join(cwd, 'sp.csv'),
      [
        'Handle,Title,Published,Option1 Name,Option1 Value,Variant SKU,Variant Price',
        'lamp,Lamp,true,Title,Default Title,L-1,1',
        'old-lamp-2,Old lamp,false,Title,Default Title,L-2,1',
        '',
      ].join('\n'),
    );
    const args = ['orders', 'check', 's.csv', '--catalog', 'sp.csv', '--currency', 'USD'];
    const { exitCode, stdout } = await runCli(args, { cwd });
    expect(stdout.match(/^unknown product .*$/gm)).toEqual([
      expect.stringMatching(
        / s\.csv:4 {2}Lineitem name: is not in the catalog \(got "Ghost"\)$/,
      ) as string,
    ]);
    expect(exitCode).toBe(3);
    const unknown =
      /^warning +1 order line names no product of the catalog, or more than one; the productId was made from the title\.$/m;
    expect(stdout).toMatch(unknown);
    const backfill = ['backfill', 's.csv', '--totals', 'none', '--dry-run', ...args.slice(3)];
    expect((await runCli(['orders', ...backfill], { cwd })).stderr).toMatch(unknown);
  });

  it('says of JSON what it has found, and that it has not looked for damage', async () => {
    const order = {
      id: 1,
      status: 'completed',
      currency: 'EUR',
      total: '1.00',
      date_created: '2024-01-01T00:00:00',
      date_created_gmt: '2024-01-01T00:00:00',
      billing: { email: 'a@example.com' },
      line_items: [{ product_id: 9, name: 'Ghost', quantity: 1, price: 1 }],
    };
    await writeFile(join(cwd, 'o.json'), JSON.stringify([order]));
    const args = ['orders', 'check', 'o.json', '--catalog', 'p.csv'];
    const { exitCode, stdout } = await runCli(args, { cwd });
    expect(stdout).toMatch(/^unknown product +o\.json:1 {2}is not in the catalog: Ghost/m);
    expect(stdout).toMatch(
      /^found +1 finding: 1 unknown product; no damage was looked for: only CSV and workbooks can have it$/m,
    );
    expect(exitCode).toBe(3);
  });

  it('never replaces the catalog', async () => {
    const args = ['orders', 'check', 'o.csv', '--catalog', 'p.csv', '--fix', 'p.csv', '--yes'];
    const { exitCode, stderr } = await runCli(args, { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('p.csv is another file of this command');
  });

  it('is what catalog check points to', async () => {
    const args = ['catalog', 'check', 'o.csv', '--catalog', 'p.csv'];
    const { exitCode, stderr } = await runCli(args, { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Use sequenzy-cli orders check o.csv --catalog p.csv.');
  });

  it('gives a clean bill, and repairs', async () => {
    const args = ['orders', 'check', 'o.csv', '--fix', 'out.csv'];
    expect((await runCli(args, { cwd })).exitCode).toBe(0);
    const { exitCode, stdout } = await runCli(['orders', 'check', 'out.csv'], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^found +no damage$/m);
  });
});
