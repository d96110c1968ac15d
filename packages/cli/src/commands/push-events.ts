import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import type { EventKind } from 'sequenzy-jobs/events/event-kind.ts';
import type {
  DocumentFault,
  EventOutcome,
  EventsResult,
} from 'sequenzy-jobs/events/send-events.ts';
import { connected } from './connected.ts';
import type { Context } from './context.ts';
import type { GlobalFlags } from './global-options.ts';

export interface EventFlags extends GlobalFlags {
  readonly replay?: true;
}

interface EventCommand {
  /** `orders push` */
  readonly name: string;
  readonly kind: EventKind;
  readonly file: string;
}

/** Documents -> checked -> sent -> told. */
export async function pushEvents(
  context: Context,
  flags: EventFlags,
  { name, kind, file }: EventCommand,
): Promise<void> {
  const { io, out, err, end } = context;
  context.begin([file]);
  const { readDocuments } = await import('sequenzy-jobs/events/documents.ts');
  const { checkEvents } = await import('sequenzy-jobs/events/check-events.ts');
  const { eventWarnings } = await import('sequenzy-jobs/events/event-warnings.ts');
  const { exitCodeOf, sendEvents } = await import('sequenzy-jobs/events/send-events.ts');
  const read = await readDocuments(file, io);
  const { events, faults } = checkEvents(read, kind);
  if (faults.length > 0) {
    refuse(context, flags, { name, faults, read: read.length });
    return;
  }
  const { result, warnings } = await connected(context, flags, async ({ client, ...asking }) => {
    for (const sentence of eventWarnings(events, io.clock.now())) asking.warn(sentence);
    const result = await sendEvents(client, events, {
      kind,
      replay: flags.replay === true,
      signal: io.interruption,
      onOutcome: (outcome) => {
        if (flags.quiet === true && outcome.status === 'accepted') return;
        err.line(
          `${words[outcome.status]}  ${outcome.key}${outcome.reason === undefined ? '' : `  ${outcome.reason}`}`,
        );
      },
    });
    return { result, warnings: asking.warnings };
  });
  const exitCode = exitCodeOf(result);
  const { stoppedBy } = result;
  if (stoppedBy !== undefined) {
    err.line(['red', 'stopped'], `  ${stoppedBy.message}. ${stoppedBy.nextStep}`);
  }
  if (flags.json === true) out.json({ command: name, ...documentOf(result), exitCode, warnings });
  end(exitCode);
}

interface Refusal {
  readonly name: string;
  readonly faults: readonly DocumentFault[];
  readonly read: number;
}

/** Every faulty field of every document. */
function refuse(
  { out, err, end }: Context,
  flags: EventFlags,
  { name, faults, read }: Refusal,
): void {
  const exitCode = exitCodes.usage;
  for (const { position, path, message } of faults) {
    err.line(['red', 'invalid'], `  document ${String(position)}  ${path}  ${message}`);
  }
  const problem = {
    code: 'validation',
    message: 'The input does not fit the API',
    nextStep: 'Correct it. Nothing was sent.',
  };
  err.line(['red', 'error'], `  ${problem.message}. ${problem.nextStep}`);
  if (flags.json === true) {
    const rejected = new Set(faults.map(({ position }) => position)).size;
    const records = { read, accepted: 0, rejected, unknown: 0, notAttempted: read - rejected };
    const document = { command: name, status: 'failed', exitCode, records, events: [], faults };
    out.json({ ...document, warnings: [], stoppedBy: problem });
  }
  end(exitCode);
}

const words = {
  accepted: 'accepted',
  rejected: 'rejected',
  unknown: 'unknown',
  notAttempted: 'not attempted',
} as const;

function documentOf({ outcomes, stoppedBy }: EventsResult) {
  const of = (status: EventOutcome['status']): number =>
    outcomes.filter((outcome) => outcome.status === status).length;
  const rejected = of('rejected');
  const unknown = of('unknown');
  const finished = rejected + unknown > 0 ? 'partial' : 'completed';
  return {
    status: stoppedBy === undefined ? finished : 'stopped',
    records: {
      read: outcomes.length,
      accepted: of('accepted'),
      rejected,
      unknown,
      notAttempted: of('notAttempted'),
    },
    events: outcomes,
    stoppedBy: stoppedBy ?? null,
  };
}
