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
  const { minorUnits = false, decimal, round, timezone, dateFormat } = read ?? {};
  return {
    ...reader,
    field: minorUnits ? `${field}Cents` : field,
    decimal,
    times:
      timezone === undefined && dateFormat === undefined ? undefined : { timezone, dateFormat },
    read(record) {
      const outcome = reader.read(record);
      if (outcome.is !== 'text' || outcome.text === '') return outcome;
      const text = round === undefined ? outcome.text : rounded(outcome.text, round);
      return { is: 'text', text: plain(text, target) };
    },
  };
}

/** A text as the fields of the API's own files have it; unchanged where it is none of what is known. */
function plain(text: string, target: Target): string {
  if (target === 'yesNo') return yesOrNo(text);
  if (target === 'quantity') return wholeNumber(text);
  return text;
}

/** `7.7755` to 2 decimals -> `7.78`, whatever stands around it. Three decimals can be thousands, and stay. */
function rounded(text: string, decimals: number): string {
  return text.replace(fineAmount, (_, whole: string, sign: string, fraction: string) => {
    const kept = BigInt(whole + fraction.slice(0, decimals));
    const digits = String(fraction.charAt(decimals) >= '5' ? kept + 1n : kept);
    const all = digits.padStart(decimals + 1, '0');
    const at = all.length - decimals;
    return decimals === 0 ? all : `${all.slice(0, at)}${sign}${all.slice(at)}`;
  });
}

const fineAmount = /(?<![\d.,])(\d+)([.,])(\d{4,})(?!\d)/;

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
