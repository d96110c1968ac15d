import { option, say, systemCode } from 'sequenzy-contract';
import {
  SequenzyPartialHistoryError,
  type BackfillOptions,
  type BackfillResult,
  backfill,
} from 'sequenzy-commerce/backfill';
import { adviceOf } from '../../report/advice.ts';
import { exitCodes } from '../../report/exit-codes.ts';
import type { Connection } from '../../connect/connection.ts';
import { isTold, rejectOfOutcome } from '../../report/reject.ts';
import type { Rejections } from '../../rejects/rejections.ts';
import type { StopReason } from '../../report/stop-reason.ts';
import type { OrderHistory } from '../history/order-history.ts';
import { loadOf } from './orders-plan.ts';
import type { OrdersPlan } from '../../report/orders-plan.ts';
import type { Job } from '../../job/job.ts';
import { warnOnce } from '../../job/warnings.ts';
import { consentOf, type Consent } from '../../job/decisions.ts';
import { partialHistory } from '../history/partial-history.ts';
import type { BeginHold } from '../hold/held-run.ts';
import { BackfillProgress } from './progress.ts';
import type { Pace } from '../../job/events.ts';

/** What became of a plan. */
export interface SentOrders {
  /** When the hold of automations ends, where they are held. */
  readonly heldUntil?: Date | undefined;
  /** Why nothing was sent. */
  readonly refusal?: StopReason;
  readonly delivery?: BackfillResult;
}

export interface SendMeans {
  readonly job: Job;
  readonly connection: Connection;
  readonly pace: Pace;
  readonly rejections: Rejections;
  /** Pauses what is to be held, just before the first order. */
  readonly hold: BeginHold;
}

/** Asks, then sends. */
export async function sendOrders(
  plan: OrdersPlan,
  history: OrderHistory,
  options: BackfillOptions,
  { job, connection: { client }, pace, rejections, hold }: SendMeans,
): Promise<SentOrders> {
  const { tell, decide, warn, signal } = job;
  if (signal.aborted) return {};
  const refusal =
    plan.orders === 0 ? undefined : refusalOf(await consentOf(decide.sendOrders?.(plan)));
  if (refusal !== undefined) return { refusal };
  const heldUntil = plan.orders === 0 ? undefined : await hold();
  const load = loadOf(plan);
  const told = new BackfillProgress(job.run, load, pace, job.io.clock);
  tell({ type: 'sending', sending: { load, pace, limiter: client.rateLimiter } });
  const sending = backfill(client, history, {
    ...options,
    ...boundedBy(heldUntil, options),
    onOutcome(outcome) {
      if (!isTold(outcome)) return;
      const record = history.recordOf(outcome);
      rejections.add(record, rejectOfOutcome(record, outcome));
    },
    onProgress(progress) {
      tell({ type: 'progress', progress });
      told.progressed(progress);
    },
    onWarning: warnOnce(warn),
    onWait(until) {
      tell({ type: 'waiting', until });
      told.waiting(until);
    },
  });
  const delivery = await sending.catch((error: unknown) => {
    throw error instanceof SequenzyPartialHistoryError ? partialHistory(error) : error;
  });
  warnOfComparison(delivery, warn);
  const { stoppedBy } = delivery;
  // The spool on the disk can fail; anything else that is thrown while reading is a bug.
  if (stoppedBy?.code === 'source' && systemCode(stoppedBy.cause) === undefined) {
    throw stoppedBy.cause;
  }
  return { delivery, heldUntil };
}

/** The run stops before what it holds is let go. */
function boundedBy(
  heldUntil: Date | undefined,
  { deadline }: BackfillOptions,
): Pick<BackfillOptions, 'deadline'> {
  const ends = [heldUntil, deadline].filter((date) => date !== undefined);
  if (ends.length === 0) return {};
  return { deadline: new Date(Math.min(...ends.map((date) => date.getTime()))) };
}

/** Without an answer the run continues: the files may well be whole. */
function warnOfComparison({ comparison }: BackfillResult, warn: (sentence: string) => void): void {
  if (comparison?.error === undefined || comparison.error.code === 'abort') return;
  const { customers, answered, error } = comparison;
  warn(
    `Sequenzy was asked whether it has more orders than the files of ${customers === 1 ? '1 customer' : `${String(customers)} customers`}, and answered for ${String(answered)}: ${error.message}`,
  );
}

function refusalOf(consent: Consent): StopReason | undefined {
  const { usage: exitCode } = exitCodes;
  switch (consent) {
    case 'given':
      return undefined;
    case 'refused':
      return {
        code: 'declined',
        problem: 'The backfill was declined',
        advice: adviceOf('Nothing was sent.'),
        exitCode,
      };
    case 'nobody to ask':
      return {
        code: 'needs-consent',
        problem: 'Every order can start automations, and nobody can be asked here',
        advice: adviceOf(
          say`Nothing was sent. Pause or filter the automations, then pass ${option('yes')}.`,
        ),
        exitCode,
      };
  }
}
