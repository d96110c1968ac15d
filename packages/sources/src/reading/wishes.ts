import { SourceError } from '../errors.ts';
import type { InputOptions } from '../input-options.ts';
import type { Format } from '../source.ts';
import { canonical, familyNamed, type Layout } from '../table/header.ts';

/**
 * Refuses what the user says about columns where it cannot be done, and columns that compete for one field.
 *
 * @throws {SourceError}
 */
export function refuseBadLayout(layout: Layout, source: Format, options: InputOptions): void {
  refuseUnknownFields(source, options);
  const columns = [
    ...Object.keys(options.map ?? {}),
    ...(options.idFrom === undefined ? [] : [options.idFrom]),
  ];
  for (const column of columns) refuseUnknownColumn(layout, column);
  const [doubled] = layout.doubled;
  if (doubled === undefined) return;
  throw new SourceError(
    `the columns "${doubled.names[0]}" and "${doubled.names[1]}" both stand for ${doubled.field}`,
    {
      code: 'bad-option',
      file: layout.file,
      line: 1,
      nextStep: 'Rename one of them, or say with --map which one is meant.',
    },
  );
}

/** @throws {SourceError} `map` names a field that the source does not have. */
export function refuseUnknownFields(source: Format, { map = {} }: InputOptions): void {
  const fields = [
    ...Object.keys(source.table?.columns.fields ?? {}),
    ...(source.documents?.fields ?? []),
  ];
  const known = new Set(fields.map(canonical));
  for (const [column, field] of Object.entries(map)) {
    if (known.has(canonical(field))) continue;
    if (source.table !== undefined && familyNamed(source.table.columns, field) !== undefined)
      continue;
    throw new SourceError(
      `"${column}" is mapped to "${field}", which is no field of a ${source.label}`,
      {
        code: 'bad-option',
        value: field,
        nextStep: `Use one of: ${[...new Set(fields)].join(', ')}.`,
      },
    );
  }
}

function refuseUnknownColumn(layout: Layout, column: string): void {
  if (layout.names.some((name) => canonical(name) === canonical(column))) return;
  throw new SourceError(`there is no column "${column}"`, {
    code: 'bad-option',
    file: layout.file,
    line: 1,
    nextStep: `The columns are: ${layout.names.join(', ')}.`,
  });
}
