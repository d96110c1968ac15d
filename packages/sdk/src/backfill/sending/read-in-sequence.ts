import { SequenzySourceError } from '../../errors/source-error.ts';
import type { Position } from '../../delivery/entry.ts';
import { checkOrder } from '../check-order.ts';
import type { Survey } from '../survey/survey.ts';
import type { Finisher } from './finisher.ts';
import { unfitEvent, type OrderEvent } from './order-event.ts';
import { sequenceOf, type TurnOf } from './sequence.ts';

type Read = (ordinal: number) => unknown;

/** Events in the order of sending, out of a source that can be read at any place. What does not fit comes first. */
export async function* readInSequence(
  survey: Survey,
  read: Read,
  turnOf: TurnOf | undefined,
  finisher: Finisher,
): AsyncGenerator<OrderEvent> {
  const { orders, unfit } = survey;
  for (const index of unfit) {
    const input = await read(index);
    const checked = checkOrder(input);
    if ('record' in checked) throw hasChanged();
    yield unfitEvent({ index, input }, checked.faults);
  }
  for (const row of sequenceOf(survey, turnOf)) {
    const positions: Position[] = [];
    for (const index of orders.earlierVersions(row)) {
      positions.push({ index, input: await read(index) });
    }
    const index = orders.ordinal(row);
    const input = await read(index);
    const checked = checkOrder(input);
    if ('faults' in checked || orders.find(checked.record.orderId) !== row) throw hasChanged();
    yield* await finisher.finish([...positions, { index, input }], checked.record);
  }
}

function hasChanged(): SequenzySourceError {
  const message =
    'The input changed since it was read first. Run the same command again to continue';
  return new SequenzySourceError('source', message);
}
