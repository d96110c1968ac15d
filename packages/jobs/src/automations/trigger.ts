import { isRecord } from 'sequenzy-contract';
import type { Sequence } from 'sequenzy-commerce/automations';

/** What starts a sequence, as far as its record tells. */
export interface Trigger {
  /** `event_received`; undefined where the record does not say. */
  readonly kind: string | undefined;
  /** Events that are named in it. */
  readonly events: ReadonlySet<string>;
  readonly isFiltered: boolean;
}

/** An event's name in the form of the vendor's own, or an older name of it. Source: the vendor's MCP server. */
const aliases: Readonly<Record<string, string>> = { 'order.completed': 'ecommerce.order_placed' };

/** Members that speak of events which do not start anything. */
const aside = /stop|exit|goal|cancel|sample|filter|condition|mapping/i;
const filters = /filter|condition/i;
const kinds = ['type', 'trigger', 'triggerType', 'kind', 'event'];

/**
 * Reads a trigger. Its spelling is not documented, so every text in it that has the form of an event's name counts, but
 * for what ends a sequence or narrows it down.
 */
export function triggerOf(sequence: Sequence): Trigger {
  const config = [sequence.triggerConfig, sequence['trigger'], sequence['triggers']];
  const texts = config.flatMap((part) => textsIn(part));
  const events = texts.filter((text) => /^[a-z]\w*\.[\w.]+$/i.test(text));
  return {
    kind: kindOf(sequence),
    events: new Set(events.map((name) => aliases[name] ?? name)),
    isFiltered: config.some((part) => isNarrowed(part)),
  };
}

/** Whether new people can enter it now. */
export function isLive({ status, effectiveStatus, acceptsNewEnrollments }: Sequence): boolean {
  if (typeof effectiveStatus === 'string') return effectiveStatus === 'live';
  return acceptsNewEnrollments ?? (status === 'active' || status === 'live');
}

/** Every text in a value, at any depth. */
export function textsIn(value: unknown, depth = 8): string[] {
  if (typeof value === 'string') return [value];
  if (depth === 0) return [];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, depth - 1));
  if (!isRecord(value)) return [];
  return Object.entries(value)
    .filter(([name]) => !aside.test(name))
    .flatMap(([, member]) => textsIn(member, depth - 1));
}

function kindOf(sequence: Sequence): string | undefined {
  const { triggerConfig } = sequence;
  const places = [triggerConfig, sequence['trigger'], sequence].filter(isRecord);
  for (const place of places) {
    for (const name of place === sequence ? ['triggerType', 'trigger'] : kinds) {
      const value = place[name];
      if (typeof value === 'string' && value !== '') return value;
    }
  }
  return undefined;
}

function isNarrowed(part: unknown): boolean {
  if (!isRecord(part)) return false;
  return Object.entries(part).some(
    ([name, value]) =>
      filters.test(name) && (Array.isArray(value) ? value.length > 0 : isRecord(value)),
  );
}
