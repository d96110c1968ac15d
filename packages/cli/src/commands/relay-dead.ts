import type { Command } from 'commander';
import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import type { DeadLetter, DeadLetters } from 'sequenzy-relay';
import type { Context } from './context.ts';
import type { GlobalFlags } from './global-options.ts';

interface DeadFlags extends GlobalFlags {
  /** Of the relay above. */
  readonly queue: 'embedded' | 'redis';
  readonly redisUrlFile?: string;
}

/** Reports of one command: its name, and what it lists. */
type Act = (letters: DeadLetters, ids: readonly string[]) => Promise<void>;

export function addRelayDead(relay: Command, context: Context): void {
  const dead = relay
    .command('dead')
    .description('What could not be read or was refused: list, show, retry, drop.');
  const add = (name: string, description: string, act: (flags: GlobalFlags) => Act): void => {
    const command = dead.command(name).description(description).addHelpText('after', help);
    if (name !== 'list') command.argument('<id...>', name === 'show' ? 'ids' : 'ids, or all');
    command.action(async (...given: unknown[]) => {
      const flags = command.optsWithGlobals<DeadFlags>();
      const ids = Array.isArray(given[0]) ? given[0].map(String) : [];
      const { withLetters } = await import('../relay/open-queue.ts');
      await withLetters(flags, context, (letters) => act(flags)(letters, ids));
      context.end(exitCodes.ok);
    });
  };
  add(
    'list',
    'List them, the oldest first.',
    (flags) => (letters) => list(context, flags, letters),
  );
  add(
    'show',
    'Show what came, personal data included.',
    () => (letters, ids) => show(context, letters, ids),
  );
  add(
    'retry',
    'Have the relay try them again, now or when it is started.',
    (flags) => (letters, ids) =>
      decide(context, flags, { letters, ids, name: 'retry', act: (id) => letters.retry(id) }),
  );
  add(
    'drop',
    'Delete them for good.',
    (flags) => (letters, ids) =>
      decide(context, flags, { letters, ids, name: 'drop', act: (id) => letters.drop(id) }),
  );
}

async function list(
  { out, err }: Context,
  flags: GlobalFlags,
  letters: DeadLetters,
): Promise<void> {
  const found = [];
  for await (const letter of letters.list()) found.push(outline(letter));
  if (flags.json === true) {
    const { ok: exitCode } = exitCodes;
    out.json({ command: 'relay dead list', status: 'completed', exitCode, letters: found });
    return;
  }
  for (const { id, buriedAt, platform, orderId, reason } of found) {
    out.line(`${id}  ${buriedAt}  ${platform}  ${orderId ?? '-'}  ${reason}`);
  }
  if (found.length === 0 && flags.quiet !== true) err.line('There are no dead letters.');
}

/** Without what came, which is somebody's. */
function outline(letter: DeadLetter) {
  const { id, platform, receivedAt, buriedAt, reason, orderId } = letter;
  const time = (at: number): string => new Date(at).toISOString();
  const times = { receivedAt: time(receivedAt), buriedAt: time(buriedAt) };
  return { id, platform, ...times, reason, orderId: orderId ?? null };
}

async function show({ out }: Context, letters: DeadLetters, ids: readonly string[]): Promise<void> {
  const found: DeadLetter[] = [];
  for (const id of ids) found.push((await letters.get(id)) ?? unknown(id));
  const [only, ...others] = found;
  out.json(others.length === 0 && only !== undefined ? only : { letters: found });
}

interface Decision {
  readonly letters: DeadLetters;
  readonly ids: readonly string[];
  readonly name: 'retry' | 'drop';
  readonly act: (id: string) => Promise<boolean>;
}

async function decide(
  { out, err }: Context,
  flags: GlobalFlags,
  { letters, ids: named, name, act }: Decision,
): Promise<void> {
  const ids = named.includes('all') ? await allIn(letters) : named;
  for (const id of ids) if ((await letters.get(id)) === undefined) unknown(id);
  const done: string[] = [];
  for (const id of ids) if (await act(id)) done.push(id);
  if (flags.json === true) {
    const { ok: exitCode } = exitCodes;
    out.json({ command: `relay dead ${name}`, status: 'completed', exitCode, letters: done });
    return;
  }
  if (flags.quiet === true) return;
  const what = done.length === 1 ? '1 letter' : `${String(done.length)} letters`;
  err.line(
    name === 'drop'
      ? `${what} deleted.`
      : `The relay tries ${what} again: within a second, or when it is started.`,
  );
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

const help = `
A webhook that cannot be read, and an order that Sequenzy refuses, are answered well and kept here, so that the platform
does not give up. Correct what the reason names (an option of the relay, a field of the platform), and retry.

Examples:
  $ sequenzy-cli relay dead list
  $ sequenzy-cli relay dead retry all

Exit codes: 0 done, 2 usage, or an id that is not known (nothing is changed), 1 a bug.`;
