import { option, say, type Words } from 'sequenzy-contract';
import { SourceError } from '../../faults/source-error.ts';
import { scanned, type Syntax } from './scan.ts';

/** What a database needs of the text of a query. */
export interface Dialect extends Syntax {
  /** What stands for a parameter, counted from 1. */
  placeholder(name: string, at: number): string;
  /** How {@link sinceName} is given: from an ISO time in UTC with microseconds. */
  sinceOf(time: string): string;
}

/** A query as it is handed to a database. */
export interface Statement {
  readonly text: string;
  readonly values: readonly string[];
  /** As the user named it. */
  readonly file: string;
  /** Where a character of {@link Statement.text} stands in the file: `products.sql, line 3, column 8`. */
  readonly placeOf: (at: number) => string;
}

export const sinceName = 'since';

/** Longer than what a transaction takes that began before the last reading, and ended behind it. */
const overlap = 10 * 60 * 1000;

const beginning = '1000-01-01T00:00:00.000000Z';

/** One SELECT with what its parameters stand for. */
export class Query {
  readonly isIncremental: boolean;
  readonly #given: { readonly file: string; readonly sql: string };
  readonly #dialect: Dialect;
  readonly #params: ReadonlyMap<string, string>;
  readonly #pieces: ReturnType<typeof scanned>['pieces'];

  /** @throws {SourceError} It is not one SELECT, or the parameters are not those that it names. */
  constructor(
    given: { readonly file: string; readonly sql: string },
    params: ReadonlyMap<string, string>,
    dialect: Dialect,
  ) {
    const { file, sql } = given;
    const { pieces, names, extra, firstWord } = scanned(sql, dialect);
    if (firstWord === '') throw badQuery(file, 'holds no query');
    if (extra !== undefined) {
      throw badQuery(`${file}, ${placeIn(sql, extra)}`, 'a second statement begins here');
    }
    if (!['SELECT', 'WITH', 'VALUES', 'TABLE'].includes(firstWord)) {
      throw badQuery(file, `begins with ${firstWord}, and only a query that reads can be used`);
    }
    for (const name of names) {
      if (name !== sinceName && !params.has(name)) {
        throw badParam(
          `:${name} of ${file} is not given`,
          say`Add ${option('param', `${name}=…`)}`,
        );
      }
    }
    for (const name of params.keys()) {
      if (!names.has(name))
        throw badParam(`${file} has no :${name}`, 'Leave it out, or name it in the query.');
    }
    this.isIncremental = names.has(sinceName);
    this.#given = given;
    this.#dialect = dialect;
    this.#params = params;
    this.#pieces = pieces;
  }

  /** @param after Time of the last complete reading, ISO in UTC with microseconds. */
  statement(after: string | undefined): Statement {
    const values: string[] = [];
    const starts: { readonly from: number; readonly at: number }[] = [];
    const since = after === undefined ? beginning : earlier(after);
    let text = '';
    for (const piece of this.#pieces) {
      starts.push({ from: piece.at, at: text.length });
      if ('text' in piece) {
        text += piece.text;
        continue;
      }
      const { name } = piece;
      values.push(
        name === sinceName ? this.#dialect.sinceOf(since) : (this.#params.get(name) ?? ''),
      );
      text += this.#dialect.placeholder(name, values.length);
    }
    const { file, sql } = this.#given;
    return {
      text,
      values,
      file,
      placeOf: (at) => {
        const start = starts.findLast((one) => one.at <= at) ?? { from: 0, at: 0 };
        return `${file}, ${placeIn(sql, start.from + at - start.at)}`;
      },
    };
  }
}

/** `2024-05-31T02:00:00.123456Z`, ten minutes before. */
function earlier(time: string): string {
  const [, fraction = ''] = /\.(\d+)Z$/.exec(time) ?? [];
  const moment = new Date(Date.parse(time) - overlap).toISOString();
  return moment.replace(/\.\d+Z$/, `.${fraction.padEnd(6, '0')}Z`);
}

/** `line 3, column 8` */
function placeIn(sql: string, at: number): string {
  const lines = sql.slice(0, at).split('\n');
  return `line ${String(lines.length)}, column ${String((lines.at(-1) ?? '').length + 1)}`;
}

/** @throws {SourceError} One is not a name and a value, is given twice, or is built in. */
export function paramsOf(given: readonly string[]): ReadonlyMap<string, string> {
  const params = new Map<string, string>();
  for (const text of given) {
    const [, name = '', value = ''] = /^([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? [];
    if (name === '')
      throw badParam(
        `"${text}" is not a name and a value`,
        say`Write ${option('param', 'store=3')}.`,
      );
    if (params.has(name)) throw badParam(`${name} is given twice`, 'Leave one of them out.');
    if (name === sinceName) {
      throw badParam(
        `:${sinceName} is built in: it is the time of the last complete run`,
        'Choose another name.',
      );
    }
    params.set(name, value);
  }
  return params;
}

function badParam(problem: string, nextStep: Words): SourceError {
  return new SourceError(say`${option('param')}: ${problem}`, { code: 'bad-option', nextStep });
}

function badQuery(place: string, problem: string): SourceError {
  return new SourceError(say`${option('query')}: ${place}: ${problem}`, {
    code: 'bad-option',
    nextStep: 'Give a file with one SELECT.',
  });
}
