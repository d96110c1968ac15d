import type { Cell } from '../query/driver.ts';
import { decimalText, fractionText, utcText } from '../query/cells.ts';

/** As the driver hands cells over: what is exact as text, binary fractions as numbers, bits and bytes in a buffer. */
type Given = string | number | bigint | Buffer | null;

/** Numbers of the protocol for types of columns. */
const types = { float: 4, double: 5, timestamp: 7, date: 10, datetime: 12, bit: 16, decimal: 246 };

export function cellOf(cell: Given, type: number | undefined): Cell {
  if (cell === null) return null;
  if (Buffer.isBuffer(cell)) {
    return type === types.bit ? String(BigInt(`0x0${cell.toString('hex')}`)) : cell.toString();
  }
  if (type === types.float || type === types.double) return fractionText(Number(cell));
  const text = String(cell);
  if (type === types.decimal) return decimalText(text);
  // A date that is none: the way to write that there is none.
  if (
    [types.date, types.datetime, types.timestamp].includes(type ?? -1) &&
    text.startsWith('0000-')
  ) {
    return null;
  }
  return type === types.timestamp ? utcText(text) : text;
}
