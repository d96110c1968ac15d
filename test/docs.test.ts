import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { createFanfareSandbox, createSandbox } from 'sequenzy-sandbox';
import { listen } from 'sequenzy-sandbox/server';
import { tempFolder, xlsxFile } from 'sequenzy-testkit';
import { describe, expect, it, onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'packages/cli/dist/bin.js');

/** Not run here: texts are not run at all, and queries by test/databases. */
const elsewhere = new Set(['text', 'sql']);

const documents = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map(
    (name) => `docs/${name}`,
  ),
  ...['sdk', 'fanfare', 'transport', 'sandbox', 'sources', 'jobs', 'relay', 'cli'].map(
    (name) => `packages/${name}/README.md`,
  ),
].filter(
  (name) => name.endsWith('.md') && blocksOf(name).some(({ language }) => !elsewhere.has(language)),
);

interface Block {
  readonly language: string;
  readonly line: number;
  readonly text: string;
}

function blocksOf(document: string): Block[] {
  const source = readFileSync(join(root, document), 'utf8');
  return [...source.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    language: match[1] ?? '',
    line: source.slice(0, match.index).split('\n').length,
    text: match[2] ?? '',
  }));
}

/** A folder with what the samples read, and a sandbox for what they send. */
async function surroundings() {
  const folder = await tempFolder();
  cpSync(join(root, 'examples/data'), folder, { recursive: true });
  const plain = '{"productId":"tee","title":"Tee","priceCents":1999,"currency":"USD"}\n';
  writeFileSync(join(folder, 'products.ndjson.gz'), gzipSync(plain));
  const prices = [
    { name: 'Read me', rows: [['Our prices of 2024']] },
    {
      name: 'Products',
      rows: [
        ['productId', 'title', 'price', 'currency'],
        ['tee', 'Tee', 19.99, 'EUR'],
      ],
    },
    {
      name: 'Preise',
      rows: [
        ['Artikelnummer', 'Bezeichnung', 'Preis'],
        ['tee', 'Tee', 19.99],
      ],
    },
    {
      name: 'Stock',
      rows: [
        ['productId', 'quantity'],
        ['tee', 3],
      ],
    },
  ];
  writeFileSync(join(folder, 'prices.xlsx'), await xlsxFile(prices));
  const sales = [
    ['orderId', 'orderedAt', 'email', 'currency', 'total', 'status'],
    [1001, '2024-05-01T09:58:12Z', 'ada@example.com', 'EUR', 19.99, 'placed'],
  ];
  writeFileSync(join(folder, 'sales.xlsx'), await xlsxFile(sales));
  writeFileSync(
    join(folder, 'sequenzy-cli'),
    `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`,
  );
  chmodSync(join(folder, 'sequenzy-cli'), 0o755);
  const server = await listen(createSandbox());
  onTestFinished(() => server.close());
  const fanfareSandbox = createFanfareSandbox({ basePath: '/api' });
  fanfareSandbox.seedProducts([{ name: 'Tee', url: 'https://shop.example/tee' }]);
  const fanfare = await listen(fanfareSandbox);
  onTestFinished(() => fanfare.close());
  const env = {
    PATH: `${folder}:${process.env['PATH'] ?? ''}`,
    SEQUENZY_API_URL: server.url,
    SEQUENZY_API_KEY: 'seq_live_sandbox',
    SEQUENZY_STATE_DIR: join(folder, 'state'),
    SEQUENZY_QUOTA_DIR: join(folder, 'quota'),
    FANFARE_API_URL: fanfare.url,
    FANFARE_SECRET_KEY: 'sk_live_sandbox',
  };
  return { folder, env };
}

async function run(
  command: string,
  args: string[],
  { folder, env }: Awaited<ReturnType<typeof surroundings>>,
) {
  const child = spawn(command, args, { cwd: folder, env });
  child.stdin.end();
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return { exitCode: child.exitCode, output };
}

describe.each(documents)('%s', (document) => {
  const blocks = blocksOf(document);
  const samples = blocks.filter(({ language }) => language === 'ts');
  const imports = new Set<string>();

  it.each(samples.map((block) => [block.line, block] as const))(
    'its sample in line %i runs',
    async (_, block) => {
      for (const sample of samples.filter(({ line }) => line <= block.line)) {
        for (const [one] of sample.text.matchAll(/^import .*$/gm)) imports.add(one);
      }
      const named = [...imports].filter((one) => !block.text.includes(one));
      const { code } = await transform([...named, block.text].join('\n'), {
        loader: 'ts',
        format: 'esm',
      });
      // Inside of the workspace, so that the packages are found by their names.
      const home = mkdtempSync(join(root, 'node_modules/.docs-'));
      onTestFinished(() => {
        rmSync(home, { recursive: true });
      });
      writeFileSync(join(home, 'sample.mjs'), code);
      const result = await run(
        'bash',
        ['-c', `"${process.execPath}" "${home}/sample.mjs" 2>&1`],
        await surroundings(),
      );
      expect(result, result.output).toMatchObject({ exitCode: 0 });
    },
  );

  const consoles = blocks.filter(({ language }) => language === 'console');
  it.each(consoles.map((block) => [block.line, block] as const))(
    'its session in line %i prints that',
    async (_, block) => {
      const place = await surroundings();
      for (const session of block.text.split(/^\$ /m).slice(1)) {
        const [command = '', ...expected] = session.trimEnd().split('\n');
        const { output } = await run('bash', ['-c', `{ ${command}\n} 2>&1`], place);
        expect(withoutTimes(output.trimEnd())).toBe(withoutTimes(expected.join('\n')));
      }
    },
  );

  const commands = blocks
    .filter(({ language }) => language === '')
    .flatMap(({ text: lines }) => lines.split('\n'))
    .map((line) => line.replace(/^\$ /, '').replace(/\s+#.*$/, ''))
    .filter((line) => /(^|\| )sequenzy-cli /.test(line));
  it.each(commands)('%s', async (command) => {
    const { exitCode, output } = await run('bash', ['-c', `${command} 2>&1`], await surroundings());
    expect([0, 3], output).toContain(exitCode);
  });
});

function withoutTimes(output: string): string {
  return output.replace(/\d+\.\d s$/gm, '0.0 s');
}
