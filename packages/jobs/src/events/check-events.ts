import type { Fault } from 'sequenzy-commerce';
import type { InputDocument } from './documents.ts';
import type { EventKind, ReadyEvent } from './event-kind.ts';

/** A fault of a document, at its place in the input. */
export interface DocumentFault extends Fault {
  readonly position: number;
}

/** All events, ready to be sent; or every fault there is, and then none is sent. */
export function checkEvents(
  documents: readonly InputDocument[],
  { check }: EventKind,
): { readonly events: readonly ReadyEvent[]; readonly faults: readonly DocumentFault[] } {
  const events: ReadyEvent[] = [];
  const faults: DocumentFault[] = [];
  for (const { position, value } of documents) {
    const checked = check(value);
    if ('event' in checked) events.push(checked.event);
    else faults.push(...checked.faults.map((fault) => ({ ...fault, position })));
  }
  return { events, faults };
}
