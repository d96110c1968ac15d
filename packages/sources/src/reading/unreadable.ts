import { isObject } from 'sequenzy-contract';
import { SourceError } from '../faults/source-error.ts';
import type { RecordFault } from '../faults/record-fault.ts';

/** Levels of objects and lists inside each other. No platform comes near; JSON cannot be written at some thousands. */
const deepest = 200;

/**
 * Makes a record out of an attempt to read one. Whatever a record contains, it ends its own reading and no other's: an
 * error becomes a fault.
 *
 * @param rejected Makes a record that has nothing but faults.
 * @throws {SourceError} The whole input is refused.
 */
export function readOrRejected<Made>(
  read: () => Made,
  line: number,
  rejected: (faults: readonly RecordFault[]) => Made,
): Made {
  try {
    return read();
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return rejected([{ path: '', message: `cannot be read (${reason})`, line }]);
  }
}

/** Objects and lists inside each other, more than can be worked with. */
export function tooDeep(values: readonly { value: unknown; line: number }[]): RecordFault[] {
  return values
    .filter(({ value }) => isDeeperThan(deepest, value))
    .map(({ line }) => ({
      path: '',
      message: `is nested more than ${String(deepest)} levels deep`,
      line,
    }));
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (!isObject(value)) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}
