import type { OrderCells } from '../../../kinds/orders/order-table/cells.ts';
import type { OrderField } from '../../../kinds/orders/order-table/fields.ts';
import type { Own } from './columns.ts';

/** What the platform calls its zones by, where a name means one offset. */
const offsets: Readonly<Record<string, string>> = {
  GMT: '+0000',
  UTC: '+0000',
  WET: '+0000',
  BST: '+0100',
  CET: '+0100',
  CEST: '+0200',
  EET: '+0200',
  EEST: '+0300',
  EST: '-0500',
  EDT: '-0400',
  CST: '-0600',
  CDT: '-0500',
  MST: '-0700',
  MDT: '-0600',
  PST: '-0800',
  PDT: '-0700',
  AEST: '+1000',
  AEDT: '+1100',
};

/** Date, time and zone stand in cells of their own. The zone that the user gives holds where the file's is not known. */
export function timeOf(cells: OrderCells<OrderField | Own>): string | undefined {
  const day = cells.required('orderedAt');
  if (day === undefined) return undefined;
  const zone = cells.text('zone') ?? '';
  const written = `${day} ${cells.text('time') ?? ''}`.trim();
  const offset = offsets[zone.toUpperCase()] ?? /^(?:GMT|UTC)([+-]\d\d:?\d\d)$/.exec(zone)?.[1];
  if (offset !== undefined && written !== day) return cells.instant('orderedAt', written + offset);
  const isNamed = /^[A-Za-z]+\/[A-Za-z_/+-]+$/.test(zone) && isZone(zone);
  return cells.instant('orderedAt', written, isNamed ? { timezone: zone } : {});
}

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
