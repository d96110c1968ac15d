import { worded, type Wording } from 'sequenzy-contract';
import type { RecordFault } from '../faults/record-fault.ts';

/** Faults as they are spooled: shortened, and each with its file only where that is not the record's own. */
export function placedFaults(
  faults: readonly RecordFault[],
  own: string | undefined,
  wording?: Wording,
): RecordFault[] {
  return faults.map(({ file, words, ...fault }) => ({
    ...(file !== undefined && file !== own && { file }),
    ...fault,
    message: abridged(words === undefined ? fault.message : worded(words, wording)),
    ...(words !== undefined && { words }),
    ...(fault.value !== undefined && { value: abridged(fault.value) }),
  }));
}

/** Characters of a message, or of a value. */
const longest = 600;

/** The beginning and the end: a message that quotes a long cell says what is wrong behind it. */
function abridged(text: string): string {
  return text.length <= longest
    ? text
    : `${text.slice(0, longest / 2)}…${text.slice(-longest / 2)}`;
}
