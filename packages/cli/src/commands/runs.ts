import { findRun, listRuns, watchRun, type PastRun } from 'sequenzy-jobs';
import { exitCodes as codes } from 'sequenzy-jobs';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import type { Context } from '../command/context.ts';
import { define } from '../command/define.ts';
import { limit } from '../options/option-values.ts';
import { completed } from '../documents/completed.ts';

const kept = [
  'The newest 200 runs of commands that send something are kept in the state folder. One that has no end and whose process is gone was killed.',
];
const examples = ['runs', 'runs show latest --json'];
const exitCodes = ['0 done', '2 usage', '3 there is no such run', '1 a bug'];

export const runs = define({
  name: 'runs',
  summary: 'List past runs, the newest first: when, what, how it ended, figures.',
  options: {
    limit: {
      form: limit,
      value: '<n|all>',
      description: 'how many at most',
      initial: 20,
      group: 'output',
    },
  },
  read: ({ stateDir, limit: most }) => ({ stateDir, limit: most }),
  run: listRuns,
  async show(found, { context, data, isTerminal, verbosity }, place) {
    const { printRuns } = await import('../terminal/runs-view.ts');
    const { err } = context;
    if (!verbosity.quiet) await warnOfHeld(context, place);
    if (data === undefined) return;
    printRuns(found, data, isTerminal);
    if (found.length === 0 && !verbosity.quiet) err.sentence('There are no runs yet.');
  },
  document: (found) => ({ ...completed('runs'), runs: found }),
  details: kept,
  examples,
  exitCodes,
});

/** Enrolment that a run which was killed has left paused. */
async function warnOfHeld(
  { io, err }: Context,
  place: { readonly stateDir: string | undefined },
): Promise<void> {
  const { heldIn, leftSentence } = await import('sequenzy-jobs/runs/held.ts');
  const { stateFolderPath } = await import('sequenzy-jobs/state/state-folder.ts');
  const { left } = await heldIn(stateFolderPath(place, io.env));
  if (left.length === 0) return;
  const warning = `${leftSentence(left)}. Run sequenzy-cli orders release.`;
  err.beside([['yellow', 'warning']], warning);
}

export const runsShow = define({
  name: 'runs show',
  summary: 'Show one run.',
  argument: { name: 'id', description: 'run id, its first characters, or latest', values: 'runs' },
  options: {},
  read: ({ stateDir }, [id = '']) => ({ stateDir, id }),
  run: findRun,
  async show(found, { data }) {
    const { printRun } = await import('../terminal/runs-view.ts');
    if (data !== undefined) printRun(found, data);
  },
  document: (run) => ({ ...completed('runs show'), run }),
  // Whatever the run itself has ended with.
  exitCode: () => codes.ok,
  details: kept,
  examples,
  exitCodes,
});

/** Milliseconds after which a run that does not move is shown again. */
const reminder = 60_000;

export const runsWatch = define({
  name: 'runs watch',
  summary: 'Show how far a running command is, until it ends.',
  argument: {
    name: 'id',
    description: 'run id or its first characters (default: the newest that is running)',
    isOptional: true,
    values: 'runs',
  },
  options: {},
  read: ({ stateDir }, [id]) => ({ stateDir, id }),
  async screen({ context: { err, io }, verbosity }) {
    const { progressLine, unchangedLine } = await import('../terminal/progress-line.ts');
    let last = { line: '', shownAt: 0, since: 0 };
    const look = (run: PastRun): void => {
      const now = io.clock.now();
      const line = progressLine(run, now);
      const isNew = line !== last.line;
      if (!isNew && now - last.shownAt < reminder) return;
      last = { line, shownAt: now, since: isNew ? now : last.since };
      if (!verbosity.quiet) err.sentence(isNew ? line : unchangedLine(run, last.since));
    };
    return (event) => {
      if (event.type === 'run') look(event.run);
    };
  },
  run: watchRun,
  async show(found, { data }) {
    const { printRun } = await import('../terminal/runs-view.ts');
    if (data !== undefined) printRun(found, data);
  },
  document: (run) => ({ ...completed('runs watch'), run }),
  exitCode: () => codes.ok,
  details: [
    'Looks at the record of the run once a second, from any terminal of this machine, and says what it waits for; a run that does not move is shown again every minute. It shows the run when it has ended.',
  ],
  examples: ['runs watch', 'runs watch 20260302-0930'],
  exitCodes: [
    '0 the run has ended',
    '2 usage',
    '3 there is no such run or none is running',
    '130 interrupted',
    '1 a bug',
  ],
});

export const runsReport = define({
  name: 'runs report',
  summary: 'Write the report of a past run as one HTML file.',
  argument: { name: 'id', description: 'run id, its first characters, or latest' },
  options: {
    out: {
      form: 'text',
      value: '<file.html>',
      description: 'where the page goes; replaces what is there',
      default: '<id>.html',
      group: 'output',
    },
  },
  read: ({ stateDir, out }, [id = '']) => ({ stateDir, id, out }),
  async run({ id, out, stateDir }, surroundings) {
    const { readRunReport } = await import('sequenzy-jobs/runs/runs-folder.ts');
    const { stateFolderPath } = await import('sequenzy-jobs/state/state-folder.ts');
    const { writePage } = await import('../html/write-page.ts');
    const run = await findRun({ id, stateDir }, surroundings);
    const folder = stateFolderPath({ stateDir }, surroundings.env ?? {});
    const text = await readRunReport(folder, run.id);
    if (text === undefined) {
      throw new UserError(
        'not-found',
        `The run ${run.id} has left no report`,
        'sequenzy-cli runs show tells what is known of it.',
        { exitCode: codes.rejected },
      );
    }
    const file = out ?? `${run.id}.html`;
    await writePage(file, 'report', JSON.parse(text));
    return { id: run.id, file };
  },
  show({ file }, { lines, verbosity }) {
    if (!verbosity.quiet) lines.line('report', `${file}. Open it in a browser.`);
  },
  document: (report) => ({ ...completed('runs report'), ...report }),
  details: [
    'Every command that sends keeps what its report shows, with masked e-mail addresses; --report writes it at once.',
  ],
  examples: ['runs report latest', 'runs report latest --out monday.html'],
  exitCodes: [
    '0 the report is written',
    '2 usage',
    '3 there is no such run, or it has left no report',
    '1 a bug',
  ],
});
