import { isRecord } from 'sequenzy-contract';
import { type ApiPromise, type CallOptions, promised } from 'sequenzy-transport';
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
export function listSyncRules(
  { request }: RequestClient,
  options: CallOptions = {},
): ApiPromise<SyncRule[]> {
  return promised(async () => {
    const call = { ...list, replayable: true, priority: 'catalog' } as const;
    const response = await request({ ...options, ...call });
    const layers = layersOf(requireFound(response, list));
    for (const name of members) {
      const rules = layers.map((layer) => layer[name]).find(Array.isArray);
      if (rules === undefined) continue;
      return { data: (rules as unknown[]).filter(isRecord), response }; // an array, just found
    }
    throw contradiction(list, response, { what: 'no list of rules', said: undefined });
  });
}
