import { deliveryOf, lanesOf, type RelayEvent } from '../queue/event.ts';
import { Lanes } from '../queue/lanes.ts';
import { Deliveries } from './deliveries.ts';

/** An event in the file that is not done. */
interface Pending {
  offset: number;
  readonly bytes: number;
  readonly receivedAt: number;
  /** Of a reference that was not handed out yet: another one to the same order adds nothing. */
  readonly reference: string | undefined;
}

/** What memory holds of a queue's file: where each event that is not done stands, and which may be handed out. */
export class Backlog {
  readonly lanes = new Lanes();
  readonly deliveries = new Deliveries();
  readonly pending = new Map<number, Pending>();
  readonly #references = new Map<string, number>();
  #bytes = 0;
  #nextId = 1;

  /** Bytes of the file that are still needed. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Milliseconds since 1970. Events come in the order of their ids. */
  get oldestAt(): number | undefined {
    const [oldest] = this.pending.values();
    return oldest?.receivedAt;
  }

  newId(): number {
    return this.#nextId++;
  }

  /** Whether the same is waiting, or its delivery has come already. */
  has(event: RelayEvent): boolean {
    const delivery = deliveryOf(event);
    if (delivery !== undefined && this.deliveries.has(delivery)) return true;
    return event.kind === 'reference' && this.#references.has(referenceOf(event) ?? '');
  }

  add(id: number, event: RelayEvent, place: { readonly offset: number; readonly bytes: number }) {
    const { receivedAt } = event;
    const reference = referenceOf(event);
    this.#nextId = Math.max(this.#nextId, id + 1);
    this.pending.set(id, { ...place, receivedAt, reference });
    this.#bytes += place.bytes;
    const delivery = deliveryOf(event);
    if (delivery !== undefined) this.deliveries.add(delivery, receivedAt);
    if (reference !== undefined) this.#references.set(reference, id);
    this.lanes.add(id, lanesOf(event));
  }

  /** The next event to hand out; from now on a reference to the same order is news. */
  take(): number | undefined {
    const id = this.lanes.take();
    const reference = id === undefined ? undefined : this.pending.get(id)?.reference;
    if (reference !== undefined && this.#references.get(reference) === id) {
      this.#references.delete(reference);
    }
    return id;
  }

  remove(id: number): void {
    this.#nextId = Math.max(this.#nextId, id + 1);
    const found = this.pending.get(id);
    if (found === undefined) return;
    this.pending.delete(id);
    this.#bytes -= found.bytes;
    const { reference } = found;
    if (reference !== undefined && this.#references.get(reference) === id) {
      this.#references.delete(reference);
    }
    this.lanes.remove(id);
  }
}

function referenceOf(event: RelayEvent): string | undefined {
  return event.kind === 'reference' ? `${event.platform} ${event.id}` : undefined;
}
