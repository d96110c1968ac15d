import { isRecord } from 'sequenzy-contract';
import type { CallOptions } from 'sequenzy-transport';
import { contradiction } from '../answers/contradiction.ts';
import { layersOf } from '../answers/evidence.ts';
import { requireFound } from '../answers/require-done.ts';
import type { RequestClient } from './sequences.ts';

const list = { method: 'GET', path: '/sync-rules' } as const;

/** Members of the answer that may hold the rules: which it is, is not documented. */
const members = ['rules', 'syncRules', 'sync_rules', 'data'];

/** A rule that acts on events, as the server spells it. */
export type SyncRule = Readonly<Record<string, unknown>>;

/**
 * The rules that act on events, in the form the server gives them.
 *
 * @throws {SequenzyPermissionError} where the key may not read them.
 */
export async function listSyncRules(
  { request }: RequestClient,
  { signal }: CallOptions = {},
): Promise<SyncRule[]> {
  const answer = await request({ ...list, replayable: true, priority: 'catalog', signal });
  const layers = layersOf(requireFound(answer, list));
  for (const name of members) {
    const rules = layers.map((layer) => layer[name]).find(Array.isArray);
    if (rules !== undefined) return (rules as unknown[]).filter(isRecord); // an array, just found
  }
  throw contradiction(list, answer, { what: 'no list of rules', said: undefined });
}
