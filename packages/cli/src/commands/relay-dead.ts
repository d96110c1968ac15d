import { exitCodes, UserError } from 'sequenzy-jobs';
import type { DeadLetter, DeadLetters } from 'sequenzy-relay';
import type { Context } from '../command/context.ts';
import type { Command, Explained } from '../command/definition.ts';
import type { GlobalFlags } from '../options/global-options.ts';
import type { DocumentOf } from '../documents/documents.ts';
import type { FlagsOf } from '../options/option.ts';
import { queueOptions } from '../options/relay-options.ts';
import { completed } from '../documents/completed.ts';

type DeadFlags = FlagsOf<typeof queueOptions> & GlobalFlags;

interface Act extends Pick<Explained, 'name' | 'summary' | 'argument'> {
  readonly act: (letters: DeadLetters, given: Given) => Promise<void>;
}

interface Given {
  readonly context: Context;
  readonly flags: GlobalFlags;
  readonly ids: readonly string[];
}

/** A command that works on the dead letters of a relay, which may run meanwhile. */
function onLetters({ act, ...explained }: Act): Command {
  return {
    ...explained,
    options: queueOptions,
    async perform(context, flags, ids) {
      const { withLetters } = await import('../relay/open-queue.ts');
      // Commander has read them by the table of this command.
      const { stateDir, queue = 'embedded', redisUrlFile } = flags as DeadFlags;
      const choice = { stateDir, queue, redisUrlFile };
      await withLetters(choice, context, (letters) => act(letters, { context, flags, ids }));
      context.end(exitCodes.ok);
    },
    details: [
      'A webhook that cannot be read, and an order that Sequenzy refuses, are answered well and kept here, so that the platform does not give up. Correct what the reason names (an option of the relay, a field of the platform), and retry.',
    ],
    examples: ['relay dead list', 'relay dead retry all'],
    exitCodes: ['0 done', '2 usage, or an id that is not known (nothing is changed)', '1 a bug'],
  };
}

const some = { name: 'id', description: 'ids, or all', isList: true } as const;

export const relayDeadList = onLetters({
  name: 'relay dead list',
  summary: 'List them, the oldest first.',
  act: async (letters, { context: { out, err }, flags }) => {
    const found = [];
    for await (const letter of letters.list()) found.push(outline(letter));
    if (flags.json === true) {
      const done = completed('relay dead list');
      out.json({ ...done, letters: found } satisfies DocumentOf<'relay dead list'>);
      return;
    }
    for (const { id, buriedAt, platform, orderId, reason } of found) {
      out.line(`${id}  ${buriedAt}  ${platform}  ${orderId ?? '-'}  ${reason}`);
    }
    if (found.length === 0 && flags.quiet !== true) err.sentence('There are no dead letters.');
  },
});

export const relayDeadShow = onLetters({
  name: 'relay dead show',
  summary: 'Show what was received, personal data included.',
  argument: { ...some, description: 'ids' },
  act: async (letters, { context: { out }, ids }) => {
    const found: DeadLetter[] = [];
    for (const id of ids) found.push((await letters.get(id)) ?? unknown(id));
    const shown = found.map((one) => ({ ...outline(one), content: one.content }));
    out.json({
      ...completed('relay dead show'),
      letters: shown,
    } satisfies DocumentOf<'relay dead show'>);
  },
});

export const relayDeadRetry = onLetters({
  name: 'relay dead retry',
  summary: 'Retry them, now or when the relay starts.',
  argument: some,
  act: async (letters, given) => {
    const done = await decide(letters, given.ids, (id) => letters.retry(id));
    const told = `The relay tries ${countOf(done)} again: within a second, or when it is started.`;
    tell(given, { name: 'retry', done, told });
  },
});

export const relayDeadDrop = onLetters({
  name: 'relay dead drop',
  summary: 'Delete them for good.',
  argument: some,
  act: async (letters, given) => {
    const done = await decide(letters, given.ids, (id) => letters.drop(id));
    tell(given, { name: 'drop', done, told: `${countOf(done)} deleted.` });
  },
});

/** Without what came, which is somebody's. */
function outline(letter: DeadLetter) {
  const { id, platform, receivedAt, buriedAt, reason, orderId } = letter;
  const time = (at: number): string => new Date(at).toISOString();
  const times = { receivedAt: time(receivedAt), buriedAt: time(buriedAt) };
  return { id, platform, ...times, reason, orderId: orderId ?? null };
}

/** Nothing is changed where one of them is not known. */
async function decide(
  letters: DeadLetters,
  named: readonly string[],
  act: (id: string) => Promise<boolean>,
): Promise<readonly string[]> {
  const ids = named.includes('all') ? await allIn(letters) : named;
  for (const id of ids) if ((await letters.get(id)) === undefined) unknown(id);
  const done: string[] = [];
  for (const id of ids) if (await act(id)) done.push(id);
  return done;
}

function tell(
  { context: { out, err }, flags }: Given,
  { name, done, told }: { name: 'retry' | 'drop'; done: readonly string[]; told: string },
): void {
  const document: DocumentOf<'relay dead retry' | 'relay dead drop'> = {
    ...completed(`relay dead ${name}`),
    letters: done,
  };
  if (flags.json === true) out.json(document);
  else if (flags.quiet !== true) err.sentence(told);
}

function countOf({ length }: readonly string[]): string {
  return length === 1 ? '1 letter' : `${String(length)} letters`;
}

async function allIn(letters: DeadLetters): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { id } of letters.list()) ids.push(id);
  return ids;
}

function unknown(id: string): never {
  const advice = 'See sequenzy-cli relay dead list. Nothing was changed.';
  throw new UserError('usage', `There is no dead letter ${JSON.stringify(id)}`, advice);
}
