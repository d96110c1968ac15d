import type { SaxesParser } from 'saxes';

/** What a parser of saxes holds that no tag has ended yet. */
export interface Pending {
  text: string;
  readonly name: string;
}

/** Its own fields, which its types leave out: large.test.ts and sheet-text.test.ts hold them. */
export function pendingOf(parser: SaxesParser<{ xmlns: boolean }>): Pending {
  return parser as unknown as Pending; // as said above
}
