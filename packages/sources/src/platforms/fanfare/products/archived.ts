import type { MemberReader } from '../../../documents/member-reader.ts';
import type { Fields } from '../../../documents/document.ts';
import { shownJson } from '../../../documents/shown.ts';

const yes: ReadonlySet<unknown> = new Set([true, 1, 'true', '1']);
const no: ReadonlySet<unknown> = new Set([false, 0, 'false', '0', '', null, undefined]);

/** Whether it is archived: documented as a boolean. What is neither yes nor no is at fault, lest it goes on sale. */
export function isArchived({ archived }: Fields, reader: MemberReader): boolean {
  const said = typeof archived === 'string' ? archived.trim().toLowerCase() : archived;
  if (!yes.has(said) && !no.has(said)) {
    reader.fault('archived', `expected true or false, got ${shownJson(archived)}`);
  }
  return yes.has(said);
}
