import type { ConnectionOptions } from '../connect/connection.ts';
import { heldIn, leftSentence } from '../runs/held.ts';
import type { Env } from '../state/data-folder.ts';
import { stateFolderPath } from '../state/state-folder.ts';
import { ok, warning, type Check } from './check.ts';

interface Looked extends Pick<ConnectionOptions, 'sandbox'> {
  readonly stateDir?: string | undefined;
}

/** Sequences that a backfill has paused. */
export async function heldChecks({ stateDir, sandbox }: Looked, env: Env): Promise<Check[]> {
  if (sandbox !== undefined) return [];
  const { left, inUse } = await heldIn(stateFolderPath({ stateDir }, env));
  const names = inUse.map(({ name }) => name).join(', ');
  return [
    ...(left.length === 0 ? [] : [warning('hold', leftSentence(left), releaseAdvice)]),
    ...(inUse.length === 0 ? [] : [ok('hold', `paused by a run in progress: ${names}`)]),
  ];
}

const releaseAdvice = 'Resume it with sequenzy-cli orders release.';
