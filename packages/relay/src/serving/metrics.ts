import type { QueueState } from '../queue/queue.ts';
import type { Figures } from '../relay/figures.ts';

/** How much of the API's quota is used. */
export interface QuotaUsed {
  /** Requests of everybody who shares it, in the last minute. */
  readonly used: number;
  readonly limit: number;
}

interface Measured {
  readonly figures: Figures;
  readonly state: QueueState;
  readonly quota: QuotaUsed | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const prefix = 'sequenzy_relay';

/** The text format of Prometheus. Names end in `_total` where they only grow. */
export function metricsText({ figures, state, quota, now }: Measured): string {
  const oldest = state.oldestAt === undefined ? 0 : Math.max(0, now - state.oldestAt) / 1000;
  return [
    counter('received', 'Requests, whatever became of them.', figures.received),
    counter('queued', 'Events that were put into the queue.', figures.queued),
    counter('duplicates', 'Deliveries that were known already.', figures.duplicates),
    labelled('nothing', 'Webhooks that can never become an event.', 'reason', figures.nothing),
    counter('unread', 'Webhooks that could not be read, and are kept.', figures.unread),
    labelled('refused', 'Requests that were refused.', 'status', figures.refused),
    counter('sent', 'Orders that were sent.', figures.events['sent'] ?? 0),
    labelled('events', 'Events by what became of them.', 'outcome', figures.events),
    gauge('waiting', 'Events that are not sent yet.', state.waiting),
    gauge('dead', 'Dead letters that wait for a person.', state.dead),
    gauge('oldest_age_seconds', 'Age of the oldest event that waits.', oldest),
    ...(quota === undefined
      ? []
      : [
          gauge('quota_used', 'Requests to the API in the last minute.', quota.used),
          gauge('quota_limit', 'Requests to the API that a minute may have.', quota.limit),
        ]),
  ].join('');
}

function counter(name: string, help: string, value: number): string {
  return metric(`${name}_total`, 'counter', help, [['', value]]);
}

function gauge(name: string, help: string, value: number): string {
  return metric(name, 'gauge', help, [['', value]]);
}

function labelled(
  name: string,
  help: string,
  label: string,
  values: Readonly<Record<string, number>>,
): string {
  const samples = Object.entries(values).map(([text, value]): [string, number] => [
    `{${label}="${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', ' ')}"}`,
    value,
  ]);
  return metric(`${name}_total`, 'counter', help, samples);
}

function metric(
  name: string,
  type: string,
  help: string,
  samples: readonly (readonly [string, number])[],
): string {
  const full = `${prefix}_${name}`;
  const lines = samples.map(([labels, value]) => `${full}${labels} ${String(value)}\n`);
  return `# HELP ${full} ${help}\n# TYPE ${full} ${type}\n${lines.join('')}`;
}
