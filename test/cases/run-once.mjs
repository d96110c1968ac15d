import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createSandbox } from 'sequenzy-sandbox';
import { listen } from 'sequenzy-sandbox/server';

const cli = join(import.meta.dirname, '../../packages/cli/dist/bin.js');

/** Runs a command against a sandbox of its own: the document it prints, what it complains about, and what arrived. */
export async function runOnce(command) {
  const sandbox = createSandbox();
  const server = await listen(sandbox);
  const state = mkdtempSync(join(tmpdir(), 'sequenzy-case-'));
  const rejects = join(state, 'rejects');
  const args = [cli, ...command, '--rate', 'off', '--json', '--rejects', rejects];
  const env = {
    PATH: process.env.PATH,
    SEQUENZY_API_KEY: 'seq_live_sandbox',
    SEQUENZY_API_URL: server.url,
    SEQUENZY_STATE_DIR: state,
    SEQUENZY_QUOTA_DIR: `${state}/quota`,
  };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await server.close();
  rmSync(state, { recursive: true });
  const complaint = stderr.split('\n').find((line) => line.startsWith('error')) ?? stderr.trim();
  return { report: stdout === '' ? undefined : JSON.parse(stdout), complaint, sandbox };
}

/** The files of a folder and of those in it, without what describes them; of a file itself. */
export function filesIn(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^README|^INDEX|^\./.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
