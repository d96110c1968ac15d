import type { EventsOptions } from 'sequenzy-jobs/events/send-events.ts';
import type { JobEvent } from 'sequenzy-jobs/job/events.ts';
import type { Context } from './context.ts';
import { connectionOf, type GlobalFlags } from './global-options.ts';
import { saySandboxIsEmpty, surroundingsOf, verbosityOf } from './surroundings.ts';

export interface EventFlags extends GlobalFlags {
  readonly replay?: true;
}

/** Documents -> checked -> sent -> told. */
export async function pushEvents(
  context: Context,
  flags: EventFlags,
  { kind, file }: Pick<EventsOptions, 'kind' | 'file'>,
): Promise<void> {
  const { io, out, err, end } = context;
  context.begin([file]);
  const { sendEvents } = await import('sequenzy-jobs/events/send-events.ts');
  const { plainScreen } = await import('../terminal/plain-screen.ts');
  const { stoppedLine, withTold } = await import('../terminal/flags.ts');
  const { outcomeWords } = await import('../terminal/outcome-words.ts');
  const tell = plainScreen(io, err, verbosityOf(flags));
  const onEvent = (event: JobEvent): void => {
    tell(event);
    if (event.type !== 'event') return;
    const { key, status, reason } = event.outcome;
    if (flags.quiet === true && status === 'accepted') return;
    err.line(`${outcomeWords[status]}  ${key}${reason === undefined ? '' : `  ${reason}`}`);
  };
  const replay = flags.replay === true;
  const options = { kind, file, replay, connection: connectionOf(flags) };
  saySandboxIsEmpty(context, flags);
  const report = await sendEvents(options, surroundingsOf(context, onEvent));
  const { faults = [], stoppedBy, exitCode } = report;
  // Every faulty field of every document.
  for (const { position, path, message } of faults) {
    err.line(['red', 'invalid'], `  document ${String(position)}  ${path}  ${message}`);
  }
  if (stoppedBy !== null) {
    const label = faults.length > 0 ? 'error' : 'stopped';
    err.line(['red', label], `  ${stoppedLine(stoppedBy)}`);
  }
  if (flags.json === true) out.json(withTold(report));
  end(exitCode);
}
