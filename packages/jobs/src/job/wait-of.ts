import type { RunWait } from '../runs/run-record.ts';
import type { JobEvent } from './events.ts';

/** Milliseconds below which nobody would ask what is waited for. */
const shortest = 2000;

/** What a run waits for by this event; undefined where it does not, or not for long. */
export function waitOf(event: JobEvent, now: number): RunWait | undefined {
  const found = partsOf(event);
  if (found === undefined || found.milliseconds < shortest) return undefined;
  return { for: found.for, until: new Date(now + found.milliseconds).toISOString() };
}

function partsOf(
  event: JobEvent,
): { readonly for: RunWait['for']; readonly milliseconds: number } | undefined {
  if (event.type === 'hold' || event.type === 'fetching-held') {
    const { reason, milliseconds } = event.hold;
    return reason === 'open' ? undefined : { for: reason, milliseconds };
  }
  if (event.type === 'ledger-held') return { for: 'ledger', milliseconds: event.wait.atMost };
  if (event.type !== 'releasing') return undefined;
  return { for: 'automations', milliseconds: event.milliseconds };
}
