import { changedLine, sealedEnd, type FoundLine } from 'sequenzy-store';
import type { LedgerWrite } from '../../ledger/ledger.ts';
import { parseLine } from '../format/line.ts';

/** Reads the entry on a line that was whole when the file was loaded; a StoreError where that is no longer so. */
export function entryOn(file: string): (line: FoundLine) => LedgerWrite {
  return ({ offset, bytes }) => {
    const isWhole = sealedEnd(bytes, 0, bytes.length - 1) >= 0;
    const line = isWhole ? parseLine(bytes.toString()) : undefined;
    if (line === undefined || !('entry' in line)) throw changedLine(file, offset);
    return line.entry;
  };
}
