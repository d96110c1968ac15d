import { salePrice, type Price } from '../../../kinds/products/variants.ts';
import type { Settings } from '../../../kinds/products/source.ts';
import type { CellReader } from '../../../table/cells.ts';
import type { Row } from '../../../table/row.ts';
import type { Field } from './columns.ts';

export function readPrice(row: Row<Field>, settings: Settings, reader: CellReader): Price {
  const regular = reader.money(row, 'price', settings.currency);
  const special = reader.money(row, 'specialPrice', settings.currency);
  const isOn = special !== undefined && reader.isWithin(row, 'specialFrom', 'specialTo', settings);
  return salePrice(regular, isOn ? special : undefined);
}

/** Undefined where the shop does not count, or counts in fractions. */
export function readQuantity(row: Row<Field>, reader: CellReader): number | undefined {
  const isConfigured = reader.boolean(row, 'usesConfiguredStock') !== false;
  if (!isConfigured && reader.boolean(row, 'managesStock') === false) return undefined;
  const text = row.get('quantity');
  if (text === '') return undefined;
  const [, whole, fraction = ''] = /^(-?\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const quantity = whole === undefined ? Number.NaN : Number(whole);
  if (!Number.isSafeInteger(quantity)) {
    reader.faults.push(row.fault('quantity', `expected a number, got "${text}"`));
    return undefined;
  }
  return /[1-9]/.test(fraction) ? undefined : quantity + 0; // no -0
}

/** 1 is enabled, 2 is not. */
export function isEnabled(row: Row<Field>, reader: CellReader): boolean {
  const online = row.get('online');
  if (!['', '0', '1', '2'].includes(online)) {
    reader.faults.push(row.fault('online', `expected 1 or 2, got "${online}"`));
  }
  return online !== '0' && online !== '2';
}
