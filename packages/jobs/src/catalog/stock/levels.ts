import type { StockChange } from 'sequenzy-commerce/stock';
import type { StockFeed, StockRecord } from 'sequenzy-sources';
import type { HandedOver } from '../../rejects/handed-over.ts';
import type { Rejections } from '../../rejects/rejections.ts';

/** The usable rows of a feed, as fast as they are taken and the rejects are written. */
export async function* levelsOf(
  feed: Pick<StockFeed, 'records'>,
  handed: HandedOver<StockRecord>,
  rejections: Rejections,
  onFaulty: (record: StockRecord) => void,
): AsyncGenerator<StockChange> {
  for await (const record of feed.records()) {
    if (record.level === undefined) onFaulty(record);
    else yield handed.over(record, record.level);
    await rejections.room();
  }
}
