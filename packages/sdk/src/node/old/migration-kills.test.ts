import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundledProgram, tempFolder } from 'sequenzy-testkit';
import { expect, test } from 'vitest';
import { openFileLedger } from '../open-file-ledger.ts';

const count = 20_000;

test('killed at random moments of the conversion, the ledger is the old one or the new one, whole', async () => {
  const folder = await tempFolder();
  const options = { folder, company: 'c', origin: 'https://api.sequenzy.com' };
  const { file } = await openFileLedger({ ...options, readonly: true });
  await mkdir(dirname(file));
  const old = oldLedger();
  const program = await opening(folder);
  for (let kill = 0; kill < 6; kill += 1) {
    await writeFile(file, old);
    const child = spawn(process.execPath, [program, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exit = once(child, 'exit');
    await once(child.stdout, 'data'); // it begins
    await sleep(Math.random() * 500);
    child.kill('SIGKILL');
    await exit;
    const text = await readFile(file, 'utf8');
    if (text !== old) expect(text.slice(0, 20)).toBe('{"sequenzyLedger":2,');
    const ledger = await openFileLedger({ ...options, readonly: true });
    expect([ledger.size, ledger.reopened.tornBytes]).toEqual([count, 0]);
    await ledger.close();
  }
  const ledger = await openFileLedger(options);
  expect(ledger.size).toBe(count);
  await ledger.close();
}, 60_000);

function oldLedger(): string {
  const header = { sequenzyLedger: 1, company: 'c', origin: 'https://api.sequenzy.com' };
  const lines = Array.from({ length: count }, (_, at) =>
    JSON.stringify({ k: `product-${String(at)}`, f: '0123456789abcdef', t: 1 }),
  );
  return [JSON.stringify({ ...header, name: 'products' }), ...lines, ''].join('\n');
}

async function opening(folder: string): Promise<string> {
  const contents = `
    import { openFileLedger } from '../open-file-ledger.ts';
    process.stdout.write('begins');
    await openFileLedger({ folder: process.argv[2], company: 'c', origin: 'https://api.sequenzy.com' });
    setInterval(() => {}, 1000);
  `;
  return bundledProgram(folder, contents, import.meta.dirname);
}
