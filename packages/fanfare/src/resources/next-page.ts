import { isRecord } from 'sequenzy-contract';
import type { FanfareNames } from '../names.ts';

/** What an answer says of the products behind it: nothing more, a cursor, or something that is not understood. */
export type NextPage = { readonly after: string | undefined } | { readonly problem: string };

/** How much has been read, this answer included. */
export interface ReadSoFar {
  readonly pages: number;
  readonly products: number;
  /** Of these, in this answer. */
  readonly inPage: number;
}

/** Where the list goes on. An answer that speaks of more in other words is never taken for the last one. */
export function nextPage(json: unknown, read: ReadSoFar, names: FanfareNames): NextPage {
  if (!isRecord(json)) return { after: undefined };
  const info = json[names.pageInfo];
  const { hasNextPage, [names.endCursor]: cursor } = isRecord(info) ? info : {};
  if (hasNextPage === false) return { after: undefined };
  if (read.inPage === 0 && hasNextPage !== true) {
    // The cursor of an empty page says nothing; a total that has not been reached does.
    return orMore({ ...json, [names.pageInfo]: undefined }, read);
  }
  if (typeof cursor === 'number') return { after: String(cursor) };
  if (typeof cursor === 'string' && cursor !== '') return { after: cursor };
  if (hasNextPage === true) {
    return {
      problem: `there are more products, but "${names.pageInfo}.${names.endCursor}" does not say behind which one`,
    };
  }
  return orMore(json, read);
}

function orMore(members: Readonly<Record<string, unknown>>, read: ReadSoFar): NextPage {
  const told = memberThatTellsOfMore(members, read);
  return told === undefined
    ? { after: undefined }
    : { problem: `"${told}" tells of more products, in names that are not known` };
}

/** The way to it, such as `meta.nextCursor`. */
function memberThatTellsOfMore(
  members: Readonly<Record<string, unknown>>,
  read: ReadSoFar,
): string | undefined {
  for (const [name, value] of Object.entries(members)) {
    if (isRecord(value)) {
      const inner = memberThatTellsOfMore(value, read);
      if (inner !== undefined) return `${name}.${inner}`;
    } else if (tellsOfMore(name, value, read)) return name;
  }
  return undefined;
}

function tellsOfMore(name: string, value: unknown, { pages, products }: ReadSoFar): boolean {
  if (/pages$/i.test(name)) return Number(value) > pages;
  if (/^total|count$/i.test(name)) return Number(value) > products;
  return /next|more/i.test(name) && Boolean(value);
}
