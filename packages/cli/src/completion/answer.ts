import { listFormats, listRuns } from 'sequenzy-jobs';
import { liveSources } from 'sequenzy-sources/live';
import { flagWording } from '../terminal/flags.ts';
import { count } from '../terminal/wording.ts';
import { safeText } from '../terminal/safe-text.ts';
import { complete, type Completion, type Known } from './complete.ts';
import type { Candidate } from '../options/values.ts';

/** Enough to find one in. */
const mostRuns = 50;

/**
 * Answers the script of a shell: one candidate a line, its meaning behind a tab, and at the end what the shell adds:
 * `:files`, `:folders` or `:nothing`.
 *
 * @param words The last one is the one at the cursor; PowerShell cannot pass an empty one, and passes a space.
 */
export async function answerShell(
  words: readonly string[],
  known: Known,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const before = words.slice(0, -1);
  const last = (words.at(-1) ?? '').trim();
  // Bash takes --map=file apart at the sign.
  const begun = last === '=' ? '' : last;
  const completion = complete([...before, begun], known);
  const { candidates, others, prefix } = completion;
  const found = [...candidates, ...(await lookUp(completion, env))];
  const fitting = found
    .map(({ word, meaning }) => ({ word: prefix + word, meaning }))
    .filter(({ word }) => word.startsWith(begun));
  const shells = others === 'files' || others === 'folders' ? others : 'nothing';
  return [...fitting.map(lineOf), `:${shells}`].join('\n');
}

function lineOf({ word, meaning }: { word: string; meaning: string | undefined }): string {
  return meaning === undefined || meaning === '' ? word : `${word}\t${safeText(meaning)}`;
}

async function lookUp(
  { others, places, subject }: Completion,
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly Candidate[]> {
  if (others === 'formats') return formats(kinds.get(subject ?? ''));
  if (others === 'feeds') return feedsIn(places['--config']);
  if (others !== 'runs') return [];
  const runs = await listRuns({ stateDir: places['--state-dir'], limit: mostRuns }, { env });
  const found = runs.map(({ id, command, status, startedAt }) => ({
    word: id,
    meaning: `${command}, ${status}, ${startedAt}`,
  }));
  return [{ word: 'latest', meaning: 'the newest' }, ...found];
}

/** Companies and feeds of a config. */
async function feedsIn(config: string | undefined): Promise<readonly Candidate[]> {
  const { readConfig } = await import('sequenzy-jobs/config/read-config.ts');
  const { companies } = (await readConfig(config)).config;
  return Object.entries(companies).flatMap(([company, { feeds }]) => [
    { word: company, meaning: count(Object.keys(feeds).length, 'feed') },
    ...Object.entries(feeds).map(([name, { command }]) => ({
      word: `${company}/${name}`,
      meaning: command,
    })),
  ]);
}

const kinds = new Map<string, 'products' | 'orders'>([
  ['catalog', 'products'],
  ['orders', 'orders'],
]);

async function formats(kind?: 'products' | 'orders'): Promise<readonly Candidate[]> {
  const files = await listFormats({ wording: flagWording });
  const live = liveSources.filter((one) => kind === undefined || one.kinds.includes(kind));
  const all = [...files.filter((one) => kind === undefined || one.kind === kind), ...live];
  return [...new Map(all.map(({ name, label }) => [name, label]))].map(([word, meaning]) => ({
    word,
    meaning,
  }));
}
