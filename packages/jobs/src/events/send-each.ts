import { isObject, isRecord, option, say, shortened } from 'sequenzy-contract';
import { SequenzyError, type SequenzyCommerce } from 'sequenzy-commerce';
import type { EventOutcome } from '../report/outcomes.ts';
import { adviceOf } from '../report/advice.ts';
import { exitCodes } from '../report/exit-codes.ts';
import { Contradictions } from '../connect/contradictions.ts';
import { isWord, stopReason, type StopReason } from '../report/stop-reason.ts';
import type { EventKind, ReadyEvent } from './event-kind.ts';

export interface EventsResult {
  readonly outcomes: readonly EventOutcome[];
  readonly stoppedBy: StopReason | undefined;
}

export interface SendingMeans {
  readonly kind: EventKind;
  readonly replay: boolean;
  readonly signal: AbortSignal;
  readonly onOutcome: (outcome: EventOutcome) => void;
}

/** Sends one after the other, in their order, until all are settled or something stops it. */
export async function sendEach(
  client: SequenzyCommerce,
  events: readonly ReadyEvent[],
  { kind, replay, signal, onOutcome }: SendingMeans,
): Promise<EventsResult> {
  const outcomes: EventOutcome[] = [];
  let stoppedBy: StopReason | undefined;
  const contradictions = new Contradictions();
  for (const [index, event] of events.entries()) {
    const of = { position: index + 1, key: event.key };
    let outcome: EventOutcome = { ...of, status: 'notAttempted' };
    if (stoppedBy === undefined) {
      try {
        const reply = await event.send(client, { replay, signal });
        outcome = { ...of, status: 'accepted', reply: shortReply(reply) };
        contradictions.clear();
      } catch (error) {
        if (!(error instanceof SequenzyError)) throw error;
        // The event itself is at fault; others may be fine.
        if (error.code === 'bad-request' && isWord(error)) {
          outcome = { ...of, status: 'rejected', reason: error.message };
          contradictions.clear();
        } else {
          const unknown: EventOutcome = { ...of, status: 'unknown', reason: error.message };
          if (error.ambiguous) outcome = unknown;
          const goesOn = kind.isIdempotent && contradictions.maySendNext(error);
          if (!goesOn) stoppedBy = reasonFor(error, event, kind, outcomes);
        }
      }
    }
    outcomes.push(outcome);
    onOutcome(outcome);
  }
  return { outcomes, stoppedBy };
}

const withoutAccepted =
  'Take what was accepted out of the input first: it would fire its event again.';

function reasonFor(
  error: SequenzyError,
  { key }: ReadyEvent,
  { isIdempotent, noun }: EventKind,
  before: readonly EventOutcome[],
): StopReason {
  const reason = stopReason(error);
  if (isIdempotent) return reason;
  const isRepeated = before.some(({ status }) => status === 'accepted');
  const also = isRepeated ? adviceOf(withoutAccepted) : [];
  if (!error.ambiguous) return { ...reason, advice: [...reason.advice, ...also] };
  return {
    code: 'unknown',
    problem: `It is not known whether the ${noun} ${key} has arrived: it was sent, and no clear answer came (${error.message})`,
    advice: [
      ...adviceOf(
        say`Check in Sequenzy whether it is there. Sending it again, with ${option('replay')} or the same command, may fire its event twice.`,
      ),
      ...also,
    ],
    exitCode: error.code === 'abort' ? exitCodes.interrupted : exitCodes.stopped,
  };
}

/** More of an answer than this is not repeated. */
const longestReply = 4096;

/** An answer as it is told: whole where it is short, else the plain members, shortened. */
function shortReply(reply: unknown): unknown {
  if (!isRecord(reply) || JSON.stringify(reply).length <= longestReply) return reply;
  const plain = Object.entries(reply)
    .filter(([, value]) => !isObject(value))
    .slice(0, 20)
    .map(([name, value]) => [name, typeof value === 'string' ? shortened(value) : value]);
  return Object.fromEntries(plain);
}
