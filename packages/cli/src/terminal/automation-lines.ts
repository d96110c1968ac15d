import type { Automations, StartingAutomation } from 'sequenzy-jobs/report/automations.ts';
import { count, number } from './wording.ts';

/** One line for each that starts, then what may start besides, and what is not known. */
export function automationLines({ starting, others, unjudged, unread }: Automations): string[] {
  const lines = starting.map(startLine);
  if (starting.length === 0 && unread.length === 0) {
    lines.push('no live sequence or sync rule starts on these events');
  }
  if (others.length > 0) {
    const names = others.map(({ name, trigger }) => `${name} (${trigger})`).join(', ');
    lines.push(`may start too, by what changes in profiles or later: ${names}`);
  }
  if (unjudged.length > 0) {
    lines.push(`live, and the API does not say what starts them: ${unjudged.join(', ')}`);
  }
  for (const { list, reason, isRefused } of unread) {
    const why = isRefused ? `the key may not read ${list}` : `${list} could not be read`;
    lines.push(`${why}, so it is not known which would start: ${reason}`);
  }
  return lines;
}

/** `Thank you starts on ecommerce.order_placed: 30 events` */
function startLine(automation: StartingAutomation): string {
  const { kind, name, trigger, events, isFiltered } = automation;
  const verb = kind === 'sync rule' ? 'acts' : 'starts';
  const what = kind === 'sync rule' ? `sync rule ${name}` : name;
  const how = trigger === undefined || trigger === 'event_received' ? '' : ` (${trigger})`;
  const some = isFiltered ? `, ${number(automation.count)} at most: it has conditions` : '';
  const times = isFiltered ? some : `: ${count(automation.count, 'event')}`;
  return `${what} ${verb} on ${events.join(', ')}${how}${times}`;
}
