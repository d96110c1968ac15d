import { counted, verb } from '../../text/counted.ts';
import { listed } from '../../text/listed.ts';
import type { Few, SheetNotes } from './sheet-table.ts';

/** What of a sheet is not what its rows show: complete sentences. */
export function remarksOn(notes: SheetNotes, sheet: string): string[] {
  const { mergedCells, hiddenRows, hiddenColumns } = notes;
  const columns = hiddenColumns.length;
  return [
    ...(mergedCells.count > 0 ? [mergedRemark(mergedCells, sheet)] : []),
    ...(hiddenRows.count > 0
      ? [hiddenRemark('row', hiddenRows.count, few(hiddenRows), sheet)]
      : []),
    ...(columns > 0 ? [hiddenRemark('column', columns, listed(hiddenColumns), sheet)] : []),
  ];
}

function mergedRemark(merged: Few, sheet: string): string {
  return `In ${sheet} cells are merged in ${counted(merged.count, 'place')} (${few(merged)}): the value stands in the first of them, the others are empty.`;
}

function hiddenRemark(noun: string, count: number, names: string, sheet: string): string {
  return `In ${sheet} ${counted(count, `hidden ${noun}`)} (${names}) ${verb(count, 'was', 'were')} read like the others.`;
}

/** `A2:A4, C7:D7, E1:F1 and 12 more` */
function few({ count, first }: Few): string {
  const rest = count - first.length;
  return first.join(', ') + (rest > 0 ? ` and ${rest.toLocaleString('en-US')} more` : '');
}
