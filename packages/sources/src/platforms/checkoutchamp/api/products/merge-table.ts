import { parse } from 'csv-parse/sync';
import { isRecord, option, say, type Words } from 'sequenzy-contract';
import { SourceError } from '../../../../faults/source-error.ts';
import type { LiveValue } from '../../../../live/live-source.ts';
import { mergeOption } from '../settings.ts';

/** What a table may say of a product, and how its columns may be called. */
const headings = {
  productId: ['productid', 'id'],
  imageUrl: ['imageurl', 'image', 'imagesrc', 'imagelink'],
  url: ['url', 'link', 'producturl', 'pageurl'],
  description: ['description', 'bodyhtml'],
  title: ['title', 'name', 'producttitle'],
} as const;

type Field = keyof typeof headings;

/** What the table says of products, by their id; an empty cell says nothing. */
export type Merged = ReadonlyMap<string, Readonly<Partial<Record<Field, string>>>>;

/** @throws {SourceError} It is not such a table. */
export function mergedFrom(given: LiveValue | undefined): Merged {
  if (given === undefined) return new Map();
  const file = given.text;
  const rows = rowsIn(String(given.value), file);
  const merged = new Map<string, Partial<Record<Field, string>>>();
  for (const [at, row] of rows.entries()) {
    const { productId, ...fields } = fieldsOf(row);
    const line = `${file}, line ${String(at + 2)}`;
    if (productId === undefined) throw badTable(`${line}: the product has no id`);
    if (merged.has(productId)) throw badTable(`${line}: ${productId} is there twice`);
    merged.set(productId, fields);
  }
  const hasFields = [...merged.values()].some((fields) => Object.keys(fields).length > 0);
  if (!hasFields) throw badTable(`${file} says nothing of any product`);
  return merged;
}

function rowsIn(text: string, file: string): Record<string, unknown>[] {
  const [head = ''] = text.split('\n', 1);
  const delimiter = [',', ';', '\t'].toSorted(
    (a, b) => head.split(b).length - head.split(a).length,
  )[0];
  try {
    const rows: unknown = parse(text, {
      columns: true,
      delimiter: delimiter ?? ',',
      bom: true,
      trim: true,
      skip_empty_lines: true,
    });
    return Array.isArray(rows) ? rows.filter(isRecord) : [];
  } catch (error) {
    throw badTable(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function fieldsOf(row: Record<string, unknown>): Partial<Record<Field, string>> {
  const cells = new Map(
    Object.entries(row).map(([name, cell]) => [name.toLowerCase().replace(/[^a-z]/g, ''), cell]),
  );
  const found = Object.entries(headings).flatMap(([field, names]) => {
    const cell = names
      .map((name) => cells.get(name))
      .find((one) => typeof one === 'string' && one !== '');
    return typeof cell === 'string' ? [[field, cell]] : [];
  });
  return Object.fromEntries(found) as Partial<Record<Field, string>>; // its keys are those of headings
}

function badTable(problem: string): SourceError {
  const words: Words = say`${option(mergeOption.name)}: ${problem}`;
  return new SourceError(words, { code: 'bad-option', nextStep: mergeOption.nextStep });
}
