import { brazilian } from './brazilian.ts';
import { dutch } from './dutch.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import { polish } from './polish.ts';
import { portuguese } from './portuguese.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';
import type { PlainField, Translation } from './translation.ts';

/** The languages whose headings are known. No heading means one field here and another there. */
export const languages: Readonly<Record<string, Translation>> = {
  German: german,
  French: french,
  Spanish: spanish,
  Italian: italian,
  'Portuguese of Brazil': brazilian,
  'Portuguese of Portugal': portuguese,
  Dutch: dutch,
  Polish: polish,
  Russian: russian,
};

/** Length, width, height and weight: the unit is that of the shop. */
const measures = /^\p{L}+ \((kg|g|lbs?|oz|m|cm|mm|in|yd)\)$/u;

const all = Object.values(languages);

export const translatedIgnored: readonly (string | RegExp)[] = [
  ...all.flatMap(({ ignored }) => ignored),
  measures,
];

export function translationsOf(field: PlainField): string[] {
  return all.flatMap(({ fields }) => fields[field]);
}

export function translatedAttributes(part: 'name' | 'value', number: number): string[] {
  return all.flatMap(({ attribute }) =>
    attribute[part].map((heading) => heading.replace('#', String(number))),
  );
}
