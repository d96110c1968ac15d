import { spawnSync } from 'node:child_process';
import { mkdir, open, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { bin, runCli, serveSandbox } from './cli-process.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

const read = (file: string): Promise<string> => readFile(join(cwd, file), 'utf8');
const write = (file: string, text: string): Promise<void> => writeFile(join(cwd, file), text);

const header = 'productId,title,description,price,currency,colour of the shelf';

describe('the rejects file', () => {
  it('keeps the original columns untouched and can be corrected and fed back in', async () => {
    const { sandbox, url } = await serveSandbox();
    const rows = [
      'a,Good,,1.00,USD,red',
      'b,"Says ""hi"", twice","two\nlines; and | more",abc,USD,blue',
      'c," spaced ",,-3,USD,',
    ];
    await write('products.csv', `\uFEFF${[header, ...rows, ''].join('\r\n')}`);
    const first = await runCli(['catalog', 'sync', 'products.csv'], { cwd, url });
    expect(first.exitCode).toBe(3);

    const rejects = await read('products.rejects.csv');
    const [head = '', ...lines] = rejects.split('\n');
    expect(head).toBe(`${header},sequenzy_line,sequenzy_error`);
    expect(lines.join('\n')).toContain(
      'b,"Says ""hi"", twice","two\nlines; and | more",abc,USD,blue,3,',
    );
    expect(lines.join('\n')).toMatch(/^c," spaced ",,-3,USD,,5,/m);
    expect((await stat(join(cwd, 'products.rejects.csv'))).mode & 0o777).toBe(0o600);

    await write('products.rejects.csv', rejects.replace('abc', '2.50').replace('-3', '3'));
    const second = await runCli(['catalog', 'sync', 'products.rejects.csv'], { cwd, url });
    expect(second.exitCode).toBe(0);
    expect(sandbox.products.get('b')).toMatchObject({
      title: 'Says "hi", twice',
      description: 'two\nlines; and | more',
      priceCents: 250,
    });
    expect(sandbox.products.size).toBe(3);
  });

  it('fed back in with faults, never overwrites itself, and grows no second pair of columns', async () => {
    const { url } = await serveSandbox();
    await write('products.csv', `${header}\na,A,,abc,USD,\n`);
    await runCli(['catalog', 'sync', 'products.csv'], { cwd, url });
    const before = await read('products.rejects.csv');
    await runCli(['catalog', 'sync', 'products.rejects.csv'], { cwd, url });
    expect(await read('products.rejects.csv')).toBe(before);
    expect((await read('products.rejects-2.csv')).split('\n')[0]).toBe(
      `${header},sequenzy_line,sequenzy_error`,
    );
  });

  it('holds all rows of a rejected product', async () => {
    const { url } = await serveSandbox();
    const rows = ['shirt,Shirt,USD,s,S,10', 'shirt,Shirt,USD,m,M,abc', 'cap,Cap,USD,one,One,5'];
    await write(
      'products.csv',
      ['productId,title,currency,variantId,variantTitle,variantPrice', ...rows, ''].join('\n'),
    );
    await runCli(['catalog', 'sync', 'products.csv'], { cwd, url });
    const lines = (await read('products.rejects.csv')).trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toBe('shirt,Shirt,USD,s,S,10,2,belongs to the record rejected at line 3');
    expect(lines[2]).toMatch(/^shirt,Shirt,USD,m,M,abc,3,"?variantPrice: /);
  });

  it('is NDJSON for documents, every digit kept', async () => {
    const { sandbox, url } = await serveSandbox();
    await write(
      'products.ndjson',
      '{"productId":"a","title":"A"}\n{"productId":"b", "title":"B","priceCents":1.50}\n',
    );
    const { exitCode } = await runCli(['catalog', 'sync', 'products.ndjson'], { cwd, url });
    expect(exitCode).toBe(3);
    const rejects = await read('products.rejects.ndjson');
    expect(rejects).toMatch(
      /^\{"productId":"b", "title":"B","priceCents":1\.50,"sequenzy_line":2,"sequenzy_error":"priceCents: .*"\}\n$/,
    );
    await write('products.rejects.ndjson', rejects.replace('1.50', '150'));
    const again = await runCli(['catalog', 'sync', 'products.rejects.ndjson'], { cwd, url });
    expect(again.exitCode).toBe(0);
    expect(sandbox.products.get('b')?.priceCents).toBe(150);
  });

  it('leaves a file alone that only bears its name', async () => {
    const { url } = await serveSandbox();
    await write('products.ndjson', '{"productId":"b", "title":"B","priceCents":1.50}\n');
    await write('products.rejects.ndjson', '{"my": "own notes"}\n');
    await runCli(['catalog', 'sync', 'products.ndjson'], { cwd, url });
    expect(await read('products.rejects.ndjson')).toBe('{"my": "own notes"}\n');
    expect(await read('products.rejects-2.ndjson')).toContain('sequenzy_error');
  });

  it('is one per header when several files differ, so that an absent cell stays absent', async () => {
    const { url } = await serveSandbox();
    await write('one.csv', 'productId,title,price,currency\na,A,abc,USD\n');
    await write('two.csv', 'productId,title,price,currency,url\nb,B,abc,USD,https://s.example/b\n');
    const args = ['catalog', 'sync', 'one.csv', 'two.csv', '--json'];
    const { stdout } = await runCli(args, { cwd, url });
    expect(JSON.parse(stdout)).toMatchObject({
      records: { read: 2, rejected: 2 },
      rejectsFile: 'one.rejects.csv',
      rejectsFiles: ['one.rejects.csv', 'one.rejects-2.csv'],
    });
    expect(await read('one.rejects-2.csv')).toContain('b,B,abc,USD,https://s.example/b,two.csv,2,');
  });

  it('says of several files which one a row and a reason are from, and can be fed back in', async () => {
    const { sandbox, url } = await serveSandbox();
    await write('products.csv', `Product ID,Active (0/1),Name *,Price tax included\n7,1,Mug,9\n`);
    const combinations = [
      'Product ID*,Attribute (Name:Type:Position)*,Value (Value:Position)*,Impact on price,Quantity',
      '7,Size:select:0,S:0,1,few',
    ];
    await write('combinations.csv', `${combinations.join('\n')}\n`);
    const given = ['--price-tax', 'included', '--currency', 'EUR'];
    const args = ['catalog', 'sync', 'products.csv', 'combinations.csv', ...given];
    const { stderr } = await runCli(args, { cwd, url });
    expect(stderr).toMatch(/^rejected +combinations\.csv:2 {2}7 {2}Quantity: expected a whole/m);
    const rejects = await read('products.rejects.csv');
    const [head = '', mug = '', size = ''] = rejects.split('\n');
    expect(head).toMatch(/,sequenzy_file,sequenzy_line,sequenzy_error$/);
    expect(mug).toMatch(
      /,products\.csv,2,belongs to the record rejected at line 2 of combinations\.csv$/,
    );
    expect(size).toMatch(/,combinations\.csv,2,"?Quantity: expected a whole number/);
    const dry = await runCli([...args, '--dry-run', '--json'], { cwd });
    expect(JSON.parse(dry.stdout)).toMatchObject({
      rejects: [
        { file: 'products.csv', line: 2, reasons: [{ file: 'combinations.csv', line: 2 }] },
      ],
    });

    await write('products.rejects.csv', rejects.replace('few', '3'));
    const again = ['catalog', 'sync', 'products.rejects.csv', ...given];
    expect((await runCli(again, { cwd, url })).exitCode).toBe(0);
    expect(sandbox.products.get('7')?.variants).toMatchObject([{ inventoryQuantity: 3 }]);
  });

  it('goes where --rejects says, also in a dry run, and through a link', async () => {
    await mkdir(join(cwd, 'out'));
    await write('out/real.csv', '');
    await symlink('out/real.csv', join(cwd, 'link.csv'));
    await write('products.csv', `${header}\na,A,,abc,USD,\n`);
    const args = ['catalog', 'sync', 'products.csv', '--dry-run'];
    expect((await runCli(args, { cwd })).exitCode).toBe(3);
    expect(await readdir(cwd)).not.toContain('products.rejects.csv');
    await runCli([...args, '--rejects', 'link.csv'], { cwd });
    expect(await read('out/real.csv')).toContain('sequenzy_error');
    expect(await readdir(join(cwd, 'out'))).toEqual(['real.csv']);
  });
});

describe('a place where no rejects file can be put is refused before anything is sent', () => {
  const refused = async (args: readonly string[], at = cwd) => {
    const { sandbox, url } = await serveSandbox();
    const { exitCode, stderr } = await runCli(['catalog', 'sync', ...args], { cwd: at, url });
    expect(exitCode).toBe(2);
    expect(sandbox.requests).toEqual([]);
    return stderr;
  };

  it.each(['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1', '/dev/null', 'link.csv', 'folder'])(
    '%s, which is not a regular file',
    async (place) => {
      await write('products.csv', `${header}\na,A,,abc,USD,\n`);
      await symlink('/dev/stdout', join(cwd, 'link.csv'));
      await mkdir(join(cwd, 'folder'));
      const stderr = await refused(['products.csv', '--rejects', place, '--yes']);
      expect(stderr).toContain(
        `--rejects: ${place} cannot be used (it is not a regular file). Name a`,
      );
    },
  );

  it.each(['/dev/stdout', '/dev/fd/1', 'link.csv'])(
    '%s, although standard output is a plain file',
    async (place) => {
      await write('products.csv', `${header}\na,A,,abc,USD,\n`);
      await symlink('/dev/stdout', join(cwd, 'link.csv'));
      const output = await open(join(cwd, 'out.txt'), 'w');
      const args = ['catalog', 'check', 'products.csv', '--rejects', place];
      const run = spawnSync(process.execPath, [bin, ...args], {
        cwd,
        stdio: ['ignore', output.fd, 'pipe'],
        encoding: 'utf8',
      });
      await output.close();
      expect(run.status).toBe(2);
      expect(run.stderr).toContain(`--rejects: ${place} cannot be used (it is not a regular file)`);
      expect(await read('out.txt')).toBe('');
    },
  );

  it('a folder that is a file', async () => {
    await write('products.csv', `${header}\na,A,,abc,USD,\n`);
    const stderr = await refused(['products.csv', '--rejects', 'products.csv/x.csv']);
    expect(stderr).toMatch(/--rejects: the folder products\.csv is not a folder\. .*elsewhere/);
  });

  it.skipIf(process.getuid?.() === 0)('a folder that is read-only', async () => {
    await write('products.csv', `${header}\na,A,,abc,USD,\n`);
    await mkdir(join(cwd, 'locked'), { mode: 0o555 });
    const named = await refused(['products.csv', '--rejects', 'locked/x.csv']);
    expect(named).toMatch(
      /--rejects: the folder locked cannot be written to \(permission denied\)/,
    );
    const own = await refused(['../products.csv'], join(cwd, 'locked'));
    expect(own).toMatch(/would go to products\.rejects\.csv, and the folder .*locked cannot be/);
    expect(own).toMatch(/Name a file elsewhere with --rejects\.$/m);
  });
});
