import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';

const bin = join(import.meta.dirname, '../../packages/cli/bin/sequenzy-cli.js');

function run(program: string) {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, '--version'], (_, stdout, stderr) => {
      resolve({ exitCode: child.exitCode, stdout, stderr });
    });
  });
}

it('is the built command line', async () => {
  expect(await run(bin)).toEqual({
    exitCode: 0,
    stdout: expect.stringMatching(/^\d/) as string,
    stderr: '',
  });
});

it('says what to do where nothing has been built', async () => {
  const elsewhere = join(await tempFolder(), 'bin/sequenzy-cli.js');
  await cp(bin, elsewhere);
  expect(await run(elsewhere)).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: 'error  sequenzy-cli is not built: run npm run build first\n',
  });
});
