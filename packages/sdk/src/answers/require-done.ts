import { isRecord } from 'sequenzy-contract';
import type { Answer } from 'sequenzy-transport';
import { contradiction, type Asked } from './contradiction.ts';
import { denialIn, errorIn, layersOf, shown } from './evidence.ts';

/** What an answer has to agree with where it speaks of it at all. */
export interface Expected {
  /** Members that must not say no, such as `queued`. */
  readonly flags?: readonly string[];
  /** Ids that the answer may repeat, by member: `{ orderId: '1001' }`. */
  readonly ids?: Readonly<Record<string, string>>;
}

/**
 * Takes an answer for what its status says: done. An answer without a body says nothing more.
 *
 * @throws {SequenzyAnswerError} where the body contradicts that.
 */
export function requireDone(answer: Answer, asked: Asked, { flags, ids = {} }: Expected): void {
  const { json, text } = answer;
  if (json === undefined && text.trim() === '') return;
  const denial = denialIn(json, flags);
  if (denial !== undefined) throw contradiction(asked, answer, denial);
  for (const [name, id] of Object.entries(ids)) {
    const echoed = layersOf(json)
      .map((layer) => layer[name])
      .filter((value) => typeof value === 'string' || typeof value === 'number');
    const other = echoed.find((value) => String(value) !== id);
    if (other === undefined) continue;
    throw contradiction(asked, answer, {
      what: `another ${name} than ${shown(id)}: ${shown(other)}`,
      said: undefined,
    });
  }
}

/**
 * Takes an answer for what was asked for.
 *
 * @throws {SequenzyAnswerError} where it is not an object, or an error.
 */
export function requireFound(answer: Answer, asked: Asked): Readonly<Record<string, unknown>> {
  const error = errorIn(answer.json);
  if (error !== undefined) throw contradiction(asked, answer, error);
  return isRecord(answer.json) ? answer.json : {};
}
