import { isRecord } from 'sequenzy-contract';
import type { DocumentReader } from './format.ts';
import { canonical, type Columns } from '../table/columns.ts';
import type { Layout } from '../table/header.ts';

/** Why a file was taken for what it is. */
export interface Recognition {
  /** The option `from` named the source, so nothing was compared. */
  readonly isForced: boolean;
  /** What the names are: columns of a table, or keys of a JSON document. */
  readonly by: 'columns' | 'keys';
  /** Those that decided, as the file writes them. */
  readonly names: readonly string[];
  /** How many of all columns or keys the source knows. */
  readonly known: number;
  readonly all: number;
  /** The mapping by which it is read, where that has a name. */
  readonly mapping?: string;
  /** Name of the sheet of a workbook that is read. */
  readonly sheet?: string;
}

/** What decides is what the source cannot do without. */
export function recognisedTable(
  { at, names, unknown }: Layout,
  { required, anyOf, andAnyOf = [] }: Pick<Columns, 'required' | 'anyOf' | 'andAnyOf'> = {
    required: [],
    anyOf: [],
  },
  isForced: boolean,
): Recognition {
  const decisive = [...required, ...anyOf, ...andAnyOf].flatMap(
    (field) => names[at[field] ?? -1] ?? [],
  );
  const all = names.length;
  return {
    isForced,
    by: 'columns',
    names: [...new Set(decisive)],
    known: all - unknown.length,
    all,
  };
}

/** The same of the first document; what it is beyond its keys is named in words. */
export function recognisedDocument(
  document: unknown,
  reader: Pick<DocumentReader<unknown, never>, 'required' | 'mark' | 'fields'> | undefined,
  isForced: boolean,
): Recognition {
  const { required = [], mark, fields = [] } = reader ?? {};
  const keys = Object.keys(isRecord(document) ? document : {});
  const wanted = new Set(required.map(canonical));
  const known = new Set(fields.map(canonical));
  const isMarked = mark !== undefined && isRecord(document) && mark.isOn(document);
  return {
    isForced,
    by: 'keys',
    names: [...keys.filter((key) => wanted.has(canonical(key))), ...(isMarked ? [mark.says] : [])],
    known: keys.filter((key) => known.has(canonical(key))).length,
    all: keys.length,
  };
}
