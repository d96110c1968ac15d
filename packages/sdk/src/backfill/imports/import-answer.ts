import { isRecord, shortened } from 'sequenzy-contract';
import type { Answer } from 'sequenzy-transport';
import { contradiction, type Asked } from '../../answers/contradiction.ts';
import { layersOf, shown } from '../../answers/evidence.ts';
import { requireDone } from '../../answers/require-done.ts';
import type { SequenzyAnswerError } from '../../errors/errors.ts';

/** What an answer says of the events of an import, by their place in the request. */
export interface ImportAnswer {
  /** Not stored, and why. */
  readonly failures: ReadonlyMap<number, string>;
  /** Why the others are in doubt; undefined where they are stored. */
  readonly doubt: SequenzyAnswerError | undefined;
  /** Stored, although what they should have changed besides failed: why. */
  readonly sideEffects: readonly string[];
}

/** Members about single events: the import itself has not failed where they hold something. */
const ofSome = ['failed', 'failures', 'sideEffectFailed', 'sideEffectFailures'];

/**
 * Reads the answer to an import. One without figures, such as a 202 for events that are stored later, stands for all of
 * them.
 *
 * @throws {SequenzyAnswerError} where it leaves every event in doubt.
 */
export function readImportAnswer(answer: Answer, asked: Asked, count: number): ImportAnswer {
  const failures = messagesIn(answer.json, 'failures', count);
  requireDone({ ...answer, json: ofTheWhole(answer.json, failures.size > 0) }, asked, {});
  const sideEffects = [...messagesIn(answer.json, 'sideEffectFailures', count).values()];
  const doubt = doubtOf(answer, asked, { count, failures: failures.size });
  if (doubt !== undefined && failures.size === 0) throw doubt;
  return { failures, doubt, sideEffects };
}

/** Fewer than were sent are accounted for. */
function doubtOf(
  answer: Answer,
  asked: Asked,
  { count, failures }: { readonly count: number; readonly failures: number },
): SequenzyAnswerError | undefined {
  const [recorded, duplicates, failed] = ['recorded', 'duplicates', 'failed'].map((name) =>
    numberIn(answer.json, name),
  );
  const doubt = (what: string): SequenzyAnswerError =>
    contradiction(asked, answer, { what, said: undefined });
  if (failed !== undefined && failed > failures) {
    return doubt(`${failed} of ${count} events failed, and ${failures} of them named`);
  }
  if (recorded === undefined) return undefined;
  const done = recorded + (duplicates ?? 0) + failures;
  return done < count ? doubt(`${done} of ${count} events accounted for`) : undefined;
}

function numberIn(json: unknown, name: string): number | undefined {
  return layersOf(json)
    .map((layer) => layer[name])
    .find((value) => typeof value === 'number');
}

function messagesIn(json: unknown, name: string, count: number): Map<number, string> {
  const found = new Map<number, string>();
  for (const layer of layersOf(json)) {
    const list: unknown = layer[name];
    for (const one of Array.isArray(list) ? (list as unknown[]).filter(isRecord) : []) {
      const { index } = one;
      if (typeof index !== 'number' || !Number.isInteger(index)) continue;
      if (index >= 0 && index < count) found.set(index, messageOf(one));
    }
  }
  return found;
}

function messageOf({ error, message, reason }: Readonly<Record<string, unknown>>): string {
  const inner = isRecord(error) ? (error['message'] ?? error['code']) : error;
  const words = [inner, message, reason].find((one) => typeof one === 'string');
  return words === undefined ? `refused: ${shown(error)}` : shortened(words);
}

/** The answer without its members about single events. Some servers deny `success` where one event failed. */
function ofTheWhole(json: unknown, hasFailures: boolean, depth = 1): unknown {
  if (!isRecord(json)) return json;
  const out = new Set([...ofSome, ...(hasFailures ? ['success'] : [])]);
  const members = Object.entries(json).filter(([name]) => !out.has(name));
  return Object.fromEntries(
    members.map(([name, value]) => [
      name,
      depth > 0 ? ofTheWhole(value, hasFailures, depth - 1) : value,
    ]),
  );
}
