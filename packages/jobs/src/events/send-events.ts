import { connect, type ConnectionOptions } from '../connect/connection.ts';
import type { Surroundings } from '../job/surroundings.ts';
import { withJob } from '../job/with-job.ts';
import { exitCodes, type ExitCode } from '../report/exit-codes.ts';
import type { EventOutcome } from '../report/outcomes.ts';
import { adviceOf, type FailureParts } from '../report/advice.ts';
import type { RecordFigures, Status } from '../report/summary.ts';
import { checkEvents, type DocumentFault } from './check-events.ts';
import { readDocuments } from './documents.ts';
import { eventKinds } from './event-kind.ts';
import { eventWarnings } from './event-warnings.ts';
import { sendEach, type EventsResult } from './send-each.ts';

export interface EventsOptions {
  readonly kind: keyof typeof eventKinds;
  /** JSON: one document, an array of them, or one a line; `-` is standard input. */
  readonly file: string;
  /** Send again after a failure that does not tell whether an event arrived, which may fire it twice. */
  readonly replay?: boolean | undefined;
  readonly connection?: ConnectionOptions | undefined;
}

export interface EventsReport {
  readonly command: string;
  readonly status: Status;
  readonly exitCode: ExitCode;
  readonly records: Omit<RecordFigures, 'unchanged' | 'deleted'>;
  readonly events: readonly EventOutcome[];
  /** Every faulty field of every document, and then nothing was sent. */
  readonly faults?: readonly DocumentFault[];
  readonly warnings: readonly string[];
  readonly stoppedBy: FailureParts | null;
}

/**
 * Sends orders, checkouts or back-in-stock requests one after the other; none where one of them has a fault.
 *
 * @example
 *   const { events } = await sendEvents({ kind: 'order', file: 'orders.ndjson' });
 */
export function sendEvents(
  { kind: name, file, replay = false, connection: options = {} }: EventsOptions,
  surroundings: Surroundings = {},
): Promise<EventsReport> {
  const kind = eventKinds[name];
  return withJob(undefined, surroundings, async (job) => {
    const { io, signal, tell, warn } = job;
    const documents = await readDocuments(file, io);
    const { events, faults } = checkEvents(documents, kind);
    if (faults.length > 0) return refused(kind.command, faults, documents.length);
    const { client } = await connect(options, job);
    for (const sentence of eventWarnings(events, io.clock.now())) warn(sentence);
    const result = await sendEach(client, events, {
      ...{ kind, replay, signal },
      onOutcome: (outcome) => {
        tell({ type: 'event', outcome });
      },
    });
    return { command: kind.command, ...reportOf(result), warnings: job.warnings };
  });
}

function refused(command: string, faults: readonly DocumentFault[], read: number): EventsReport {
  const rejected = new Set(faults.map(({ position }) => position)).size;
  return {
    command,
    status: 'failed',
    exitCode: exitCodes.usage,
    records: { read, accepted: 0, rejected, unknown: 0, notAttempted: read - rejected },
    events: [],
    faults,
    warnings: [],
    stoppedBy: {
      code: 'validation',
      problem: 'The input does not fit the API',
      advice: adviceOf('Correct it. Nothing was sent.'),
    },
  };
}

function reportOf({
  outcomes,
  stoppedBy,
}: EventsResult): Pick<EventsReport, 'status' | 'exitCode' | 'records' | 'events' | 'stoppedBy'> {
  const of = (status: EventOutcome['status']): number =>
    outcomes.filter((outcome) => outcome.status === status).length;
  const [accepted, rejected, unknown] = [of('accepted'), of('rejected'), of('unknown')];
  const records = { read: outcomes.length, accepted, rejected, unknown };
  const whole = { records: { ...records, notAttempted: of('notAttempted') }, events: outcomes };
  if (stoppedBy !== undefined) {
    return { status: 'stopped', ...whole, stoppedBy, exitCode: stoppedBy.exitCode };
  }
  return accepted === outcomes.length
    ? { status: 'completed', ...whole, stoppedBy: null, exitCode: exitCodes.ok }
    : { status: 'partial', ...whole, stoppedBy: null, exitCode: exitCodes.rejected };
}
