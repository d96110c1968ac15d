import type { InstantOptions } from '../../time/instant.ts';
import { yesNoOf } from '../evidence/yes-no.ts';
import type { Rule } from '../language/mapping.ts';
import { readerOf, type Cells, type Reader } from '../language/rule.ts';

/** What a field takes, as far as a mapping makes something of the text. */
export type Target = 'text' | 'money' | 'yesNo' | 'quantity';

/** One field of the records that a mapping makes. */
export interface Slot<Given> extends Reader<Given> {
  readonly field: string;
  readonly decimal: '.' | ',' | undefined;
  /** What the rule says of its times. */
  readonly times?: InstantOptions | undefined;
}

/** One field over the names of a layout. An amount in minor units goes to the field of its own: `priceCents`. */
export function slotOf<Given>(
  field: string,
  rule: Rule,
  target: Target,
  cells: Cells<Given>,
): Slot<Given> {
  const reader = readerOf(rule, cells);
  const read = typeof rule === 'object' && 'from' in rule ? rule : undefined;
  const { minorUnits = false, decimal, timezone, dateFormat } = read ?? {};
  return {
    ...reader,
    field: minorUnits ? `${field}Cents` : field,
    decimal,
    times:
      timezone === undefined && dateFormat === undefined ? undefined : { timezone, dateFormat },
    read(record) {
      const outcome = reader.read(record);
      if (outcome.is !== 'text' || outcome.text === '') return outcome;
      return { is: 'text', text: plain(outcome.text, target) };
    },
  };
}

/** A text as the fields of the API's own files have it; unchanged where it is none of what is known. */
function plain(text: string, target: Target): string {
  if (target === 'yesNo') return yesOrNo(text);
  if (target === 'quantity') return wholeNumber(text);
  return text;
}

/** A number of pieces says whether there are any. */
export function yesOrNo(text: string): string {
  const meaning = yesNoOf(text) ?? pieces(text);
  return meaning === undefined ? text : String(meaning);
}

function pieces(text: string): boolean | undefined {
  const number = wholeNumber(text);
  return /^-?\d+$/.test(number) ? Number(number) > 0 : undefined;
}

/** `12`, `12.0`, `+12` and `12 pcs` -> `12` */
function wholeNumber(text: string): string {
  const [, number] = /^'?\+?(-?\d+)(?:[.,]0+)?(?:\s*\p{L}+\.?)?'?$/u.exec(text) ?? [];
  return number ?? text;
}
