import { isRecord } from 'sequenzy-contract';
import { sealedLine } from 'sequenzy-store';
import type { RelayEvent } from '../queue/event.ts';

const version = 1;

/** What one line of the file says. */
export type QueueLine =
  /** An event that came. */
  | { readonly id: number; readonly event: RelayEvent }
  /** An event that needs no more to be done. */
  | { readonly done: number }
  /** A delivery that came at this time, and is done. */
  | { readonly delivery: string; readonly time: number };

/** The first line: `{"sequenzyRelayQueue":1,"c":"…"}`. */
export function formatHeader(): Buffer {
  return sealedLine(JSON.stringify({ sequenzyRelayQueue: version }));
}

/** The version a header names; undefined where it is none. */
export function versionIn(text: string): number | undefined {
  const found = parsed(text)?.['sequenzyRelayQueue'];
  return typeof found === 'number' ? found : undefined;
}

export function isKnown(found: number | undefined): boolean {
  return found === version;
}

/**
 * A line, with its checksum:
 *
 *     {"i":7,"e":{"kind":"order",…},"c":"1a2b3c4d"}
 *     {"x":7,"c":"1a2b3c4d"}
 *     {"d":"shopify 6f1d…","t":1767225600000,"c":"1a2b3c4d"}
 */
export function formatLine(line: QueueLine): Buffer {
  if ('event' in line) return sealedLine(JSON.stringify({ i: line.id, e: line.event }));
  if ('done' in line) return sealedLine(JSON.stringify({ x: line.done }));
  return sealedLine(JSON.stringify({ d: line.delivery, t: line.time }));
}

/** Undefined where the line is none of these. */
export function parseLine(text: string): QueueLine | undefined {
  const { i: id, e: event, x: done, d: delivery, t: time } = parsed(text) ?? {};
  if (typeof done === 'number') return { done };
  if (typeof delivery === 'string' && typeof time === 'number') return { delivery, time };
  if (typeof id !== 'number' || !isRecord(event)) return undefined;
  const { kind } = event;
  if (kind !== 'order' && kind !== 'reference') return undefined;
  return { id, event: event as unknown as RelayEvent }; // written by formatLine, and its checksum is right
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
