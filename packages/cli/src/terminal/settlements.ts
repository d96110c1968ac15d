import type { Mapping } from 'sequenzy-sources';

type Rules = Mapping['fields'];

/** A question for what an option says elsewhere. */
export interface Settlement {
  readonly option: string;
  readonly question: string;
  readonly isAnswer: (answer: string) => boolean;
  /** What the mapping says by the answer. */
  readonly rules: (answer: string, mapping: Mapping) => Rules;
}

/** The question for an option; undefined where nothing can be asked. */
export function settlementFor(option: string | undefined): Settlement | undefined {
  return settlements.find((one) => one.option === option);
}

const settlements: readonly Settlement[] = [
  {
    option: 'currency',
    question: 'Currency of the amounts, such as EUR?',
    isAnswer: (answer) => Intl.supportedValuesOf('currency').includes(answer.toUpperCase()),
    rules: (answer) => ({ currency: { value: answer.toUpperCase() } }),
  },
  {
    option: 'decimal',
    question: 'Which sign comes before the decimals, . or ,?',
    isAnswer: (answer) => answer === '.' || answer === ',',
    rules: (decimal, mapping) => within(mapping, /price|total|amount/i, { decimal }),
  },
  {
    option: 'dateFormat',
    question: 'Order of day and month, DMY or MDY?',
    isAnswer: (answer) => /^(DMY|MDY)$/i.test(answer),
    rules: (answer, mapping) =>
      within(mapping, /^orderedAt$/, { dateFormat: answer.toUpperCase() }),
  },
  {
    option: 'timezone',
    question: 'Zone of the times, such as Europe/Berlin?',
    isAnswer: (answer) => zoneOf(answer) !== undefined,
    rules: (timezone, mapping) => within(mapping, /^orderedAt$/, { timezone }),
  },
];

/** The rules of some fields with one member more. */
function within({ fields }: Mapping, names: RegExp, member: Record<string, string>): Rules {
  const own = Object.entries(fields).filter(([field]) => names.test(field));
  return Object.fromEntries(
    own.map(([field, rule]) => {
      const read = typeof rule === 'string' ? { from: rule } : rule;
      return [field, { ...read, ...member }];
    }),
  );
}

/** Undefined where there is no such zone. */
function zoneOf(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
