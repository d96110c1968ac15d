import type { Recognition } from 'sequenzy-sources';
import { number } from './wording.ts';

/** `by the columns Handle, Title and Variant Price; 46 of its 47 columns are known` */
export function recognisedLine({ isForced, by, names, known, all, sheet }: Recognition): string {
  const place = sheet === undefined ? '' : ` in the sheet "${sheet}"`;
  const share = `${number(known)} of its ${number(all)} ${by} are known${place}`;
  if (isForced) return `by --from; ${share}`;
  if (names.length === 0) return share;
  const last = names.at(-1) ?? '';
  const list = names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
  return `by the ${by} ${list}; ${share}`;
}
