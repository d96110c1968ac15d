import { SequenzyError } from 'sequenzy-commerce';
import {
  listSequences,
  listSyncRules,
  type RequestClient,
  type Sequence,
  type SyncRule,
} from 'sequenzy-commerce/automations';
import type { Automations, FiredEvents, Unread } from '../report/automations.ts';
import { judgeRule, judgeSequence, type Judgement } from './judge.ts';

/** What the API has, and what of it could not be read. */
export interface ReadAutomations {
  readonly sequences: readonly Sequence[];
  readonly rules: readonly SyncRule[];
  readonly unread: readonly Unread[];
}

/** Reads every sequence and sync rule: two requests. What the key may not read is said, not thrown. */
export async function readAutomations(
  client: RequestClient,
  signal: AbortSignal,
): Promise<ReadAutomations> {
  const unread: Unread[] = [];
  const orUnread = async <One>(list: Unread['list'], reading: Promise<One[]>): Promise<One[]> => {
    try {
      return await reading;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof SequenzyError)) throw error;
      const isRefused = error.code === 'permission' || error.code === 'authentication';
      unread.push({ list, reason: error.message, isRefused });
      return [];
    }
  };
  const sequences = await orUnread('sequences', listSequences(client, { signal }));
  const rules = await orUnread('sync rules', listSyncRules(client, { signal }));
  return { sequences, rules, unread };
}

/** Which of them start on what a run fires. */
export function startedBy(
  fired: FiredEvents,
  { sequences, rules, unread }: ReadAutomations,
): Automations {
  const judgements: Judgement[] = [
    ...sequences.map((sequence) => judgeSequence(sequence, fired)),
    ...rules.map((rule, at) => judgeRule(rule, at + 1, fired)),
  ];
  return {
    starting: judgements.flatMap((one) => (one.is === 'starting' ? [one.automation] : [])),
    others: judgements.flatMap((one) => (one.is === 'other' ? [one.automation] : [])),
    unjudged: judgements.flatMap((one) => (one.is === 'unjudged' ? [one.name] : [])),
    unread,
  };
}
