import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { bin, runCli, serveSandbox } from './cli-process.ts';
import { hasProgram, hasTmux, openTerminal } from './tmux.ts';

/** How each shell is started without anyone's settings, and takes the script. */
const shells = [
  ['bash', `bash --norc --noprofile`, 'eval "$(sequenzy-cli completion bash)"'],
  ['zsh', 'zsh -f', 'autoload -U compinit; compinit -u; eval "$(sequenzy-cli completion zsh)"'],
  ['fish', 'fish --no-config', 'sequenzy-cli completion fish | source'],
] as const;

async function shopFolder(): Promise<string> {
  const cwd = await tempFolder();
  mkdirSync(join(cwd, 'bin'));
  const program = join(cwd, 'bin/sequenzy-cli');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`);
  chmodSync(program, 0o755);
  writeFileSync(join(cwd, 'spring sale.csv'), 'productId,title,price\ntee,Tee,19.99\n');
  return cwd;
}

describe.each(shells)('in %s', (shell, start, load) => {
  it.skipIf(!hasTmux || !hasProgram(shell, '--version'))(
    'Tab completes commands, files, options and their values',
    async () => {
      const cwd = await shopFolder();
      const env = { PATH: `${cwd}/bin:${process.env['PATH'] ?? ''}` };
      const terminal = openTerminal(start, { cwd, env, columns: 160 });
      terminal.type(`${load}; echo read''y`, 'Enter');
      await terminal.until('ready\n');
      const steps = [
        ['sequenzy-cli cata', 'sequenzy-cli catalog'],
        ['sy', 'catalog sync'],
        ['spr', /catalog sync (spring\\ sale\.csv|'spring sale\.csv')/],
        ['--curr', '--currency'],
        ['GB', '--currency GBP'],
        ['--price-tax i', '--price-tax included'],
        ['--from shopi', '--from shopify'],
      ] as const;
      for (const [typed, expected] of steps) {
        terminal.type(typed, 'Tab');
        await terminal.until(expected);
      }
    },
  );
});

it('knows past runs, those of a state folder that is named too', async () => {
  const cwd = await shopFolder();
  const { url } = await serveSandbox();
  await runCli(['catalog', 'sync', 'spring sale.csv', '--currency', 'USD'], { cwd, url });
  const { stdout } = await runCli(['__complete', 'runs', 'show', ''], { cwd });
  expect(stdout).toMatch(/^latest\tthe newest\n\S+\tcatalog sync, completed, \S+\n:nothing\n$/);
  const other = await runCli(['__complete', 'runs', 'show', '--state-dir', 'none', ''], { cwd });
  expect(other.stdout).toBe('latest\tthe newest\n:nothing\n');
});

it('knows the companies and feeds of a config', async () => {
  const cwd = await shopFolder();
  const feed = '{ command: catalog sync, files: p.csv }';
  writeFileSync(join(cwd, 'c.yaml'), `companies: { acme: { feeds: { products: ${feed} } } }\n`);
  const words = ['__complete', 'run', '--config', 'c.yaml', 'a'];
  const { stdout } = await runCli(words, { cwd });
  expect(stdout).toBe('acme\t1 feed\nacme/products\tcatalog sync\n:nothing\n');
});

it('of a shell that there is not names those that there are', async () => {
  const { exitCode, stderr } = await runCli(['completion', 'csh'], { cwd: await tempFolder() });
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr:
      'error  "csh" is not a shell that can be completed in. Use bash, zsh, fish, powershell.\n',
  });
});
