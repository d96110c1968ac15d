import type { FileHandle } from 'node:fs/promises';
import { hash64 } from 'sequenzy-contract';
import {
  changedLine,
  KeyIndex,
  scanLog,
  type FoundLine,
  type LogReader,
  type Scanned,
} from 'sequenzy-store';
import type { LedgerWrite } from '../../ledger/ledger.ts';
import { latestLines } from '../file/latest-lines.ts';
import { Feeds } from '../format/feeds.ts';
import { isTornHeader, requireOwner, type Owner } from '../format/header.ts';
import { markOf } from '../format/mark.ts';
import { parseOldLine, type OldLine } from './old-line.ts';
import { orderIdIn, standsForOrder } from './old-orders.ts';

export interface OldLoaded extends Scanned {
  /** By the keys of format 1. */
  readonly index: KeyIndex;
}

/** Reads a ledger of format 1 into memory. */
export async function loadOldLedger(
  handle: FileHandle,
  file: string,
  owner: Owner,
): Promise<OldLoaded> {
  const index = new KeyIndex();
  const feeds = new Feeds();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const reader: LogReader = {
    isTornHeader,
    header: (text) => {
      requireOwner(file, text, owner);
    },
    line: (bytes, start, end, offset) => {
      const line = parseOldLine(decoded(decoder, bytes.subarray(start, end)));
      if (line === undefined) return false;
      if (line.entry.forget === true) index.delete(hash64(line.entry.key));
      else index.set(hash64(line.entry.key), markOf(line.entry, offset, feeds));
      return true;
    },
  };
  return { index, ...(await scanLog(handle, file, reader)) };
}

/** Empty, and so no line, where it is not UTF-8: format 1 has no other sign of damage. */
function decoded(decoder: Pick<InstanceType<typeof TextDecoder>, 'decode'>, bytes: Buffer): string {
  try {
    return decoder.decode(bytes);
  } catch {
    return '';
  }
}

/** An entry with the key it has from format 2 on, and where its line begins in the old file. */
export interface OldEntry extends OldLine {
  readonly offset: number;
}

/** Reads the entry on a line of an old ledger, with the key it has from format 2 on. */
export function oldEntryOn(file: string, { name }: Owner): (line: FoundLine) => LedgerWrite {
  return (line) => {
    const { entry } = oldLineOn(file, line);
    return name === 'orders' ? { ...entry, key: orderIdIn(entry.key) } : entry;
  };
}

function oldLineOn(file: string, { bytes, offset }: FoundLine): OldLine {
  const line = parseOldLine(bytes.toString());
  if (line === undefined) throw changedLine(file, offset);
  return line;
}

/** What format 2 remembers of a ledger of format 1: each key once, and each order by its id alone. */
export async function* entriesOf(
  handle: FileHandle,
  file: string,
  { index }: OldLoaded,
  { name }: Owner,
): AsyncGenerator<OldEntry> {
  for await (const found of latestLines(handle, file, index)) {
    const { entry, time } = oldLineOn(file, found);
    const { offset } = found;
    if (name !== 'orders') yield { entry, time, offset };
    else if (standsForOrder(entry.key, offset, index)) {
      yield { entry: { ...entry, key: orderIdIn(entry.key) }, time, offset };
    }
  }
}
