import type { Mapping, ReadRule, Rule, Scalar } from './mapping.ts';
import { templateOf } from './template.ts';

/** The text of one record under a name, such as a cell in a column. */
type Cell<Given> = (record: Given) => string;

/** Finds what a name stands for; undefined where there is nothing by that name. */
export type Cells<Given> = (name: string) => Cell<Given> | undefined;

/** What a rule makes of a record: a text (empty where it says nothing), nothing because the record is left out, or a fault. */
export type Outcome =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'left-out' }
  | { readonly is: 'fault'; readonly message: string };

/** A rule over records of one layout. */
export interface Reader<Given> {
  /** The columns it reads, those that do not exist among them. */
  readonly columns: readonly string[];
  /** What stands in the record, before anything is made of it. */
  original(record: Given): string;
  read(record: Given): Outcome;
}

/** Puts a rule over the names of a layout. A name that does not exist reads as empty. */
export function readerOf<Given>(rule: Rule, cells: Cells<Given>): Reader<Given> {
  if (typeof rule === 'string') return nameReader(rule, cells);
  if ('value' in rule) {
    const text = textOf(rule.value);
    return { columns: [], original: () => text, read: () => ({ is: 'text', text }) };
  }
  return cellReader(rule, cells);
}

/** The columns that a rule names. */
export function columnsOf(rule: Rule): readonly string[] {
  return readerOf(rule, () => undefined).columns;
}

function nameReader<Given>(name: string, cells: Cells<Given>): Reader<Given> {
  const template = templateOf(name);
  if (template === undefined) {
    const original = cells(name) ?? (() => '');
    return { columns: [name], original, read: (record) => asText(original(record)) };
  }
  const parts = template.columns.map((column) => cells(column) ?? (() => ''));
  const original = (record: Given): string => template.fill(parts.map((part) => part(record)));
  return { columns: template.columns, original, read: (record) => asText(original(record)) };
}

function cellReader<Given>(rule: ReadRule, cells: Cells<Given>): Reader<Given> {
  const names = typeof rule.from === 'string' ? [rule.from] : rule.from;
  const readers = names.map((name) => nameReader(name, cells));
  const { split, values, empty = [] } = rule;
  const blank = new Set([empty].flat().map((text) => text.trim().toLowerCase()));
  const original = (record: Given): string => {
    for (const reader of readers) {
      const text = reader.original(record);
      if (text !== '' && !blank.has(text.toLowerCase())) return text;
    }
    return '';
  };
  const valueOf = values === undefined ? undefined : lookUp(values);
  return {
    columns: readers.flatMap(({ columns }) => columns),
    original,
    read(record) {
      const whole = original(record);
      const text = split === undefined ? whole : (entriesOf(whole, split)[0] ?? '');
      return valueOf === undefined ? asText(text) : valueOf(text);
    },
  };
}

/** The filled entries of a list in a cell. */
export function entriesOf(text: string, split: string): string[] {
  const entries = text.split(split).map((entry) => entry.trim());
  return entries.filter((entry) => entry !== '');
}

/** As it is written; where nothing is written like it, without case. */
function lookUp(values: NonNullable<ReadRule['values']>): (text: string) => Outcome {
  const exact = new Map(Object.entries(values).map(([key, value]) => [key.trim(), value]));
  const folded = new Map([...exact].map(([key, value]) => [key.toLowerCase(), value]));
  return (text) => {
    const value = exact.has(text) ? exact.get(text) : folded.get(text.toLowerCase());
    if (value === null) return { is: 'left-out' };
    if (value !== undefined) return asText(textOf(value));
    if (text === '') return asText('');
    return {
      is: 'fault',
      message: `"${text}" is not among the values of the mapping: add it to "values"`,
    };
  };
}

/** Whether a record is read, by the conditions of a mapping. */
export function conditionOf<Given>(
  where: Mapping['where'],
  cells: Cells<Given>,
): (record: Given) => boolean {
  const conditions = Object.entries(where ?? {}).map(([name, wanted]) => {
    const cell = cells(name) ?? (() => '');
    const isNegated = typeof wanted === 'object' && 'not' in wanted;
    const listed = isNegated ? wanted.not : wanted;
    const all = Array.isArray(listed) ? listed : [listed];
    const values = new Set(all.map((value) => textOf(value).toLowerCase()));
    return (record: Given) => values.has(cell(record).toLowerCase()) !== isNegated;
  });
  return (record) => conditions.every((holds) => holds(record));
}

function asText(text: string): Outcome {
  return { is: 'text', text };
}

function textOf(value: Scalar): string {
  return String(value).trim();
}
