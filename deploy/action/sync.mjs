// What the action of action.yml does: `catalog sync`, its summary as an annotation, its exit code.
import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';

const { env } = process;
const { SYNC_FILE = '', SYNC_OPTIONS = '', SYNC_FEED = '', SYNC_VERSION = 'latest' } = env;

const args = [
  ...['catalog', 'sync', SYNC_FILE, '--json'],
  ...SYNC_OPTIONS.split(/\s+/).filter((word) => word !== ''),
  ...(SYNC_FEED === '' ? [] : ['--feed', SYNC_FEED]),
  ...(env.SYNC_EXPECT_STATE === 'true' ? ['--expect-state'] : []),
];
// A test names a program of its own.
const [program, ...before] = env.SYNC_PROGRAM?.split('\n') ?? [
  'npx',
  '--yes',
  `sequenzy-cli@${SYNC_VERSION}`,
];
const { status, stdout, error } = spawnSync(program, [...before, ...args], {
  stdio: ['ignore', 'pipe', 'inherit'],
  maxBuffer: 2 ** 28,
  encoding: 'utf8',
});
if (error) throw error;
const document = JSON.parse(stdout);
const { records, stoppedBy, exitCode } = document;
const figures = Object.entries(records ?? {}).map(([name, count]) => `${count} ${name}`);
const why = stoppedBy ? `${stoppedBy.message}. ${stoppedBy.nextStep ?? ''}`.trim() : '';
const summary = [`${document.status}: ${figures.join(', ')}`, why].filter((line) => line !== '');

const level = exitCode === 0 ? 'notice' : exitCode === 3 ? 'warning' : 'error';
console.log(`::${level} title=Sequenzy catalog::${escaped(summary.join('\n'))}`);
if (env.GITHUB_STEP_SUMMARY) {
  appendFileSync(env.GITHUB_STEP_SUMMARY, `### Sequenzy catalog\n\n${summary.join('\n\n')}\n`);
}
process.exitCode = status ?? 1;

/** As a workflow command takes it. */
function escaped(text) {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
