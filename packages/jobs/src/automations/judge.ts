import { isRecord } from 'sequenzy-contract';
import type { Sequence, SyncRule } from 'sequenzy-commerce/automations';
import type { FiredEvents, OtherAutomation, StartingAutomation } from '../report/automations.ts';
import { isLive, textsIn, triggerOf } from './trigger.ts';

export type Judgement =
  | { readonly is: 'starting'; readonly automation: StartingAutomation }
  | { readonly is: 'other'; readonly automation: OtherAutomation }
  | { readonly is: 'unjudged'; readonly name: string }
  /** It does not take anybody now, or something else starts it. */
  | { readonly is: 'still' };

const still: Judgement = { is: 'still' };

/** Orders schedule these reminders, which come later. */
const reminder = 'ecommerce.replenishment_due';

/** What the events of a run do to a sequence. */
export function judgeSequence(sequence: Sequence, fired: FiredEvents): Judgement {
  if (!isLive(sequence)) return still;
  const { id } = sequence;
  const name = nameOf(sequence) ?? id;
  const { kind = '', events, isFiltered } = triggerOf(sequence);
  const hit = [...events].filter((event) => (fired.get(event) ?? 0) > 0);
  const other = (trigger: string): Judgement => ({ is: 'other', automation: { name, trigger } });
  if (/inactiv/i.test(kind)) return hit.length > 0 ? other(kind) : still;
  if (hit.length > 0) {
    const trigger = kind === '' ? undefined : kind;
    const count = countOf(hit, fired);
    return {
      is: 'starting',
      automation: { kind: 'sequence', id, name, trigger, events: hit, count, isFiltered },
    };
  }
  if (events.has(reminder)) return firesOrders(fired) ? other(reminder) : still;
  if (events.size > 0 || /manual|webhook/i.test(kind)) return still;
  if (/segment|tag|attribute|field|list|contact|subscriber/i.test(kind)) {
    return firesOrders(fired) ? other(kind) : still;
  }
  return { is: 'unjudged', name };
}

/** What the events of a run do to a rule, whose form is not documented: a rule acts on the events it names. */
export function judgeRule(rule: SyncRule, place: number, fired: FiredEvents): Judgement {
  if (isOff(rule)) return still;
  const id = typeof rule['id'] === 'string' ? rule['id'] : undefined;
  const name = nameOf(rule) ?? id ?? `number ${String(place)}`;
  const named = textsIn(rule).filter((text) => /^[a-z]\w*\.[\w.]+$/i.test(text));
  const hit = [...new Set(named)].filter((event) => (fired.get(event) ?? 0) > 0);
  if (hit.length === 0) return named.length > 0 ? still : { is: 'unjudged', name: `rule ${name}` };
  const isFiltered = Object.keys(rule).some((member) => /filter|condition/i.test(member));
  const automation = { id, name, trigger: undefined, events: hit, count: countOf(hit, fired) };
  return { is: 'starting', automation: { kind: 'sync rule', ...automation, isFiltered } };
}

function countOf(events: readonly string[], fired: FiredEvents): number {
  return events.reduce((sum, event) => sum + (fired.get(event) ?? 0), 0);
}

/** Profiles change with orders, and with nothing that a catalog does. */
function firesOrders(fired: FiredEvents): boolean {
  return [...fired].some(([event, count]) => count > 0 && event.startsWith('ecommerce.order_'));
}

function nameOf(record: unknown): string | undefined {
  if (!isRecord(record)) return undefined;
  return [record['name'], record['title'], record['label']]
    .filter((value) => typeof value === 'string')
    .find((value) => value.trim() !== '');
}

function isOff(rule: SyncRule): boolean {
  const { enabled, active, isEnabled, isActive, status } = rule;
  if ([enabled, active, isEnabled, isActive].includes(false)) return true;
  return typeof status === 'string' && /disabled|inactive|paused|draft|archived/i.test(status);
}
