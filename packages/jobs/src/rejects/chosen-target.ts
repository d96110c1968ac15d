import type { ConnectionOptions } from '../connect/connection.ts';
import type { Decisions } from '../job/decisions.ts';
import { UserError } from '../report/user-error.ts';
import { rejectsTarget, type Target } from './target.ts';
import { option, say } from 'sequenzy-contract';

export interface TargetChoice {
  readonly connection?: Pick<ConnectionOptions, 'sandbox'> | undefined;
  /** Whether something is sent. */
  readonly sends: boolean;
  readonly files: readonly string[];
  /** `--rejects` */
  readonly rejects?: string | undefined;
}

/**
 * Where rejects go. Where nothing is sent for good, a rejects file is only written when one is named.
 *
 * @throws {UserError} when it cannot be used, or is another file that must not be replaced.
 */
export async function chosenTarget(
  { sends, rejects, files, connection }: TargetChoice,
  { replaceFile }: Pick<Decisions, 'replaceFile'>,
): Promise<Target | undefined> {
  const isForGood = sends && connection?.sandbox?.rehearsal === undefined;
  if (!isForGood && rejects === undefined) return undefined;
  const target = await rejectsTarget(rejects, files);
  if (!target.holdsSomethingElse || (await replaceFile?.(target.name, 'rejects')) === true)
    return target;
  throw new UserError(
    'bad-rejects-file',
    `${target.name} exists and is not a rejects file`,
    say`Name another one with ${option('rejects')}, or replace it with ${option('yes')}.`,
  );
}
