/** What a number format makes of a number that matters beyond its looks. */
export type NumberFormat =
  | { readonly is: 'number' }
  | { readonly is: 'percent' }
  | { readonly is: 'date'; readonly hasDay: boolean; readonly hasTime: boolean }
  /** Digits filled up with zeros: `00000`, `000-0000`. Each `0` of the pattern is a digit. */
  | { readonly is: 'padded'; readonly pattern: string };

const plain: NumberFormat = { is: 'number' };

/** Understands a format code such as `yyyy-mm-dd`, `#,##0.00 "€"` or `00000`. */
export function numberFormatOf(code: string): NumberFormat {
  const [section = ''] = sectionsOf(code);
  if (/^general/i.test(section)) return plain;
  const isElapsed = /\[(h+|m+|s+)\]/i.test(section);
  const written = withoutLiterals(section);
  if (isElapsed || /[dmyhs]/i.test(written)) return dateFormat(written, isElapsed);
  if (written.includes('%')) return { is: 'percent' };
  // A condition: which section holds depends on the number.
  if (/\[[<>=]/.test(code)) return plain;
  const isPadded = /^[^.,#?Ee]*$/.test(written) && (written.match(/0/g)?.length ?? 0) > 1;
  return isPadded ? { is: 'padded', pattern: patternOf(section) } : plain;
}

function dateFormat(written: string, isElapsed: boolean): NumberFormat {
  const hasTime = isElapsed || /[hs]/i.test(written);
  // Beside hours or seconds, m is minutes; months come with days or years.
  return { is: 'date', hasDay: /[dy]/i.test(written) || !hasTime, hasTime };
}

/** Positive numbers come first. */
function sectionsOf(code: string): string[] {
  return code.match(/(?:"[^"]*"|\\.|[^;])+/g) ?? [];
}

/** What stands for digits and parts of dates, without texts, colours and languages. */
function withoutLiterals(section: string): string {
  return section.replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]|AM\/PM|A\/P/gi, '');
}

/** The texts as they are shown; a zero among them is none of the digits. */
function patternOf(section: string): string {
  return section
    .replace(/\[[^\]]*\]|[_*]./g, '')
    .replace(/"([^"]*)"|\\(.)/g, (_, quoted?: string, single?: string) =>
      (quoted ?? single ?? '').replaceAll('0', literalZero),
    );
}

const literalZero = '\u{e000}';

/** `123` in `00000` is `00123`; undefined where the number is not whole or negative. */
export function paddedText(digits: string, pattern: string): string | undefined {
  if (!/^\d+$/.test(digits)) return undefined;
  const places = pattern.match(/0/g)?.length ?? 0;
  const filled = digits.padStart(places, '0');
  let at = filled.length - places;
  let isFirst = true;
  const text = pattern.replace(/0/g, () => {
    const start = isFirst ? 0 : at;
    isFirst = false;
    at += 1;
    return filled.slice(start, at);
  });
  return text.replaceAll(literalZero, '0').trim();
}

/** Formats that every workbook has by their number. Those not named here are plain. */
export const builtInFormats: Readonly<Record<number, NumberFormat>> = {
  9: { is: 'percent' },
  10: { is: 'percent' },
  ...numbered([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58], {
    is: 'date',
    hasDay: true,
    hasTime: false,
  }),
  ...numbered([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56], {
    is: 'date',
    hasDay: false,
    hasTime: true,
  }),
  22: { is: 'date', hasDay: true, hasTime: true },
};

function numbered(ids: readonly number[], format: NumberFormat): Record<number, NumberFormat> {
  return Object.fromEntries(ids.map((id) => [id, format]));
}
