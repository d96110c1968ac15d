import { isRecord } from 'sequenzy-contract';
import type { FanfareNames } from '../settings/names.ts';

/** What an answer says of the products behind it: nothing more, a cursor, or something that is not understood. */
export type NextPage = { readonly after: string | undefined } | { readonly problem: string };

/** How much has been read, this answer included. */
export interface ReadSoFar {
  readonly pages: number;
  readonly products: number;
  /** Of these, in this answer. */
  readonly inPage: number;
}

/** An answer, as far as it speaks of pages: JSON, and the header `Link` where there is one. */
export interface Page {
  readonly json: unknown;
  readonly link: string | null;
}

/** Where the list continues. An answer that speaks of more in other words is never taken for the last one. */
export function nextPage({ json, link }: Page, read: ReadSoFar, names: FanfareNames): NextPage {
  const linked = link !== null && /rel="?next\b/i.test(link) ? ['header Link'] : [];
  if (!isRecord(json)) return orMore(linked);
  const members = { ...json, [names.data]: undefined };
  const info = members[names.pageInfo];
  const { hasNextPage, [names.endCursor]: cursor } = isRecord(info) ? info : {};
  if (hasNextPage === false) return { after: undefined };
  if (read.inPage === 0 && hasNextPage !== true) {
    // The cursor of an empty page says nothing; a total that has not been reached does.
    const rest = { ...members, [names.pageInfo]: undefined };
    return orMore([...membersThatTellOfMore(rest, read), ...linked]);
  }
  if (typeof cursor === 'number') return { after: String(cursor) };
  if (typeof cursor === 'string' && cursor !== '') return { after: cursor };
  if (hasNextPage === true) {
    return {
      problem: `there are more products, but "${names.pageInfo}.${names.endCursor}" does not say behind which one`,
    };
  }
  return orMore([...membersThatTellOfMore(members, read), ...linked]);
}

function orMore([told]: readonly string[]): NextPage {
  return told === undefined
    ? { after: undefined }
    : { problem: `"${told}" tells of more products, in names that are not known` };
}

/** The ways to them, such as `meta.nextCursor`. */
function membersThatTellOfMore(
  members: Readonly<Record<string, unknown>>,
  read: ReadSoFar,
): string[] {
  return Object.entries(members).flatMap(([name, value]) => {
    if (isRecord(value)) return membersThatTellOfMore(value, read).map((way) => `${name}.${way}`);
    return tellsOfMore(name, value, read) ? [name] : [];
  });
}

function tellsOfMore(name: string, value: unknown, { pages, products }: ReadSoFar): boolean {
  if (Array.isArray(value)) return value.some((link) => isRecord(link) && link['rel'] === 'next');
  if (/last_?page$/i.test(name) && typeof value === 'boolean') return !value;
  if (/pages$|last_?page$/i.test(name)) return Number(value) > pages;
  if (/^total|count$/i.test(name)) return Number(value) > products;
  return leadsOn.test(name) && Boolean(value);
}

/** Names of a way to the next page; a cursor of a page's beginning is none. */
const leadsOn = /next|more|^(end|last)?_?cursor$/i;
