import type { FanfareNames } from '../names.ts';
import { isRecord } from '../replies/record.ts';

/** What an answer says of the products behind it: nothing more, a cursor, or something that is not understood. */
export type NextPage = { readonly after: string | undefined } | { readonly problem: string };

/** Where the list goes on. An answer that speaks of more in other words is never taken for the last one. */
export function nextPage(json: unknown, listed: number, names: FanfareNames): NextPage {
  if (!isRecord(json)) return { after: undefined };
  const info = json[names.pageInfo];
  const { hasNextPage, [names.endCursor]: cursor } = isRecord(info) ? info : {};
  if (hasNextPage === false || (listed === 0 && hasNextPage !== true)) return { after: undefined };
  if (typeof cursor === 'number') return { after: String(cursor) };
  if (typeof cursor === 'string' && cursor !== '') return { after: cursor };
  if (hasNextPage === true) {
    return {
      problem: `there are more products, but "${names.pageInfo}.${names.endCursor}" does not say behind which one`,
    };
  }
  const told = memberThatTellsOfMore(json, listed);
  return told === undefined
    ? { after: undefined }
    : { problem: `"${told}" tells of more products, in names that are not known` };
}

/** The way to it, such as `meta.nextCursor`. */
function memberThatTellsOfMore(
  members: Readonly<Record<string, unknown>>,
  listed: number,
): string | undefined {
  for (const [name, value] of Object.entries(members)) {
    if (isRecord(value)) {
      const inner = memberThatTellsOfMore(value, listed);
      if (inner !== undefined) return `${name}.${inner}`;
    } else if (tellsOfMore(name, value, listed)) return name;
  }
  return undefined;
}

function tellsOfMore(name: string, value: unknown, listed: number): boolean {
  if (/pages$/i.test(name)) return Number(value) > 1;
  if (/^total|count$/i.test(name)) return Number(value) > listed;
  return /next|more/i.test(name) && Boolean(value);
}
