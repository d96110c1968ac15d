import { worded, type Wording, type Words } from 'sequenzy-contract';
import type { DocumentReader, Metadata, TableReader } from '../reading/format.ts';

/** What a source recognises, needs and maps, for people. */
export interface SourceDescription extends Pick<Metadata, 'files' | 'maps'> {
  readonly name: string;
  readonly label: string;
  /** One sentence for each form: `CSV with the columns Handle, Title and one of Variant Price, …`. */
  readonly recognises: readonly string[];
  /** What is required beside the file. */
  readonly needs: readonly string[];
  readonly assumes: readonly string[];
}

/** What of a source is described: sources of products and of orders have it alike. */
export interface Describable {
  readonly name: string;
  readonly label: string;
  readonly metadata?: Metadata | undefined;
  readonly table?: Pick<TableReader<string, unknown, never>, 'columns' | 'elements'> | undefined;
  readonly documents?: Pick<DocumentReader<unknown, never>, 'required' | 'mark'> | undefined;
}

/**
 * Describes a source, ours or one's own.
 *
 * @param wording How its sentences call options. Default: as programs call them.
 *
 * @example
 * for (const source of listSources()) console.log(describeSource(source).recognises);
 */
export function describeSource(source: Describable, wording?: Wording): SourceDescription {
  const { name, label, metadata } = source;
  const told = (all: readonly Words[] = []): string[] => all.map((one) => worded(one, wording));
  return {
    name,
    label,
    recognises: [...tableForms(source), ...documentForms(source)],
    files: metadata?.files ?? label,
    needs: told(metadata?.needs),
    maps: metadata?.maps ?? {},
    assumes: told(metadata?.assumes),
  };
}

function tableForms({ table }: Describable): string[] {
  if (table === undefined) return [];
  const { fields, required, anyOf, andAnyOf = [] } = table.columns;
  const heading = (field: string): string => fields[field]?.[0] ?? field;
  const forms = table.elements === undefined ? 'CSV' : 'CSV, or XML';
  const groups = [anyOf, andAnyOf].filter(({ length }) => length > 0);
  const any = groups.map((some) => `one of ${some.map(heading).join(', ')}`).join(', and ');
  return [
    `${forms} with ${theNamed('columns', required.map(heading), any === '' ? undefined : any)}`,
  ];
}

function documentForms({ documents }: Describable): string[] {
  if (documents === undefined) return [];
  return [`JSON with ${theNamed('keys', documents.required, documents.mark?.says)}`];
}

/** `the keys id, name, and a title`; only what there is. */
function theNamed(noun: string, names: readonly string[], mark: string | undefined): string {
  if (names.length === 0) return mark ?? 'anything';
  return `the ${noun} ${names.join(', ')}${mark === undefined ? '' : `, and ${mark}`}`;
}
