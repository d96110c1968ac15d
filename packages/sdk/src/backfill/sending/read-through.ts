import type { Position } from '../../delivery/entry.ts';
import { take } from '../../delivery/take.ts';
import { checkOrder, type DatedOrder } from '../check-order.ts';
import { erasedOrder } from '../erased-orders.ts';
import type { ReadAll } from '../order-source.ts';
import type { OrderFilter } from '../survey/filter.ts';
import type { Survey } from '../survey/survey.ts';
import type { Finisher } from './finisher.ts';
import { unfitEvent, type OrderEvent } from './order-event.ts';
import type { TurnOf } from './sequence.ts';

/**
 * Events as the source gives them, out of one that has every customer's orders by time. Nothing is held: where there are
 * turns the source is read for each of them.
 */
export async function* readThrough(
  survey: Survey,
  all: ReadAll,
  turnOf: TurnOf | undefined,
  finisher: Finisher,
  signal: AbortSignal,
): AsyncGenerator<OrderEvent> {
  const { orders } = survey;
  const turns = turnOf === undefined ? [0] : [0, 1];
  for (const turn of turns) {
    for await (const { position, order } of ordersOf(all, signal, finisher, turn === 0)) {
      if ('content' in order) {
        yield order;
        continue;
      }
      const row = orders.find(order.orderId);
      if (row === undefined) {
        // It came into the source after the survey: the next run has it.
        if (turn === 0) finisher.leftOut += 1;
      } else if (orders.isSelected(row)) {
        const isOfTurn = turnOf === undefined || turnOf(row) === turn;
        if (isOfTurn) yield* await finisher.finish([position], order);
      }
    }
  }
}

/** Events of a source that is read once, without a survey. */
export async function* readOnce(
  all: ReadAll,
  isSelected: OrderFilter,
  finisher: Finisher,
  signal: AbortSignal,
): AsyncGenerator<OrderEvent> {
  for await (const { position, order } of ordersOf(all, signal, finisher, true)) {
    if ('content' in order) yield order;
    else if (isSelected(order)) yield* await finisher.finish([position], order);
    else finisher.leftOut += 1;
  }
}

interface Read {
  readonly position: Position;
  /** What does not fit the API comes as the event that rejects it. */
  readonly order: DatedOrder | OrderEvent;
}

async function* ordersOf(
  all: ReadAll,
  signal: AbortSignal,
  finisher: Finisher,
  isFirst: boolean,
): AsyncGenerator<Read> {
  let index = 0;
  for await (const input of take(all(), signal)) {
    const position = { index: index++, input };
    if (input === erasedOrder) {
      if (isFirst) finisher.erased += 1;
      continue;
    }
    const checked = checkOrder(input);
    if ('record' in checked) yield { position, order: checked.record };
    else if (isFirst) yield { position, order: unfitEvent(position, checked.faults) };
  }
}
