import { option, say, type Words } from 'sequenzy-contract';
import type { ReadingOptions } from './reading-options.ts';
import { SourceError } from '../faults/source-error.ts';
import type { InputOptions } from '../input/input-options.ts';
import type { Format } from './format.ts';
import { canonical, familyNamed, fieldNamed } from '../table/columns.ts';
import type { Layout } from '../table/header.ts';

/**
 * Refuses fields that the source does not have, and columns that compete for one field.
 *
 * @throws {SourceError}
 */
export function refuseBadLayout(layout: Layout, source: Format, options: InputOptions): void {
  refuseUnknownFields(source, options);
  const [doubled] = layout.doubled;
  if (doubled === undefined) return;
  throw new SourceError(
    `the columns "${doubled.names[0]}" and "${doubled.names[1]}" both stand for ${doubled.field}`,
    {
      code: 'bad-option',
      file: layout.file,
      line: 1,
      nextStep: say`Rename one of them, or say with ${option('map')} which one is meant.`,
    },
  );
}

/** @throws {SourceError} `map` names a field that the source does not have. */
export function refuseUnknownFields(source: Format, { map = {} }: InputOptions): void {
  for (const [column, field] of Object.entries(map)) {
    if (hasField(source, field)) continue;
    throw unknownField(
      column,
      field,
      `a ${source.label}`,
      `Use one of: ${[...new Set(fieldsOf(source))].join(', ')}.`,
    );
  }
}

/** @throws {SourceError} `map` names a field that none of the sources has. */
export function refuseFieldsOfNone(sources: readonly Format[], options: InputOptions): void {
  const [only, ...others] = sources;
  if (only !== undefined && others.length === 0) refuseUnknownFields(only, options);
  for (const [column, field] of Object.entries(options.map ?? {})) {
    if (sources.some((source) => hasField(source, field))) continue;
    const nextStep = say`Name the format with ${option('from')} to see the fields it has.`;
    throw unknownField(column, field, 'any known format', nextStep);
  }
}

/** Whether the source has every field that `map` names. */
export function hasMappedFields(source: Format, { map = {} }: InputOptions): boolean {
  return Object.values(map).every((field) => hasField(source, field));
}

/** Whether the option `from` names the source. */
export function isForcedBy({ from = 'auto' }: InputOptions): boolean {
  return from !== 'auto';
}

/** Whether the user says anything of how a file is read, so that nothing is proposed. */
export function saysFormat(options: ReadingOptions): boolean {
  const { map = {}, mapping } = options;
  const isMapped = typeof mapping === 'object' || Object.keys(map).length > 0;
  return isForcedBy(options) || isMapped;
}

/** A column that `map` or `idFrom` names and a file does not have. */
export function missingColumn(
  names: readonly string[],
  { map = {}, idFrom }: InputOptions,
): string | undefined {
  const known = new Set(names.map(canonical));
  const columns = [...Object.keys(map), ...(idFrom === undefined ? [] : [idFrom])];
  return columns.find((column) => !known.has(canonical(column)));
}

function hasField(source: Format, field: string): boolean {
  if (fieldsOf(source).some((known) => canonical(known) === canonical(field))) return true;
  const columns = source.table?.columns;
  if (columns === undefined) return false;
  return fieldNamed(columns, field) !== undefined || familyNamed(columns, field) !== undefined;
}

function fieldsOf(source: Format): string[] {
  return [...Object.keys(source.table?.columns.fields ?? {}), ...(source.documents?.fields ?? [])];
}

function unknownField(column: string, field: string, whose: string, nextStep: Words): SourceError {
  return new SourceError(`"${column}" is mapped to "${field}", which is not a field of ${whose}`, {
    code: 'bad-option',
    value: field,
    nextStep,
  });
}
