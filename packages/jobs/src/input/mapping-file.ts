import type { CatalogOptions } from 'sequenzy-sources';
import { UserError } from '../report/user-error.ts';
import { readJsonFile } from './json-file.ts';

const nextStep =
  'It must be a JSON object of column names and field names, {"Artikelnummer": "productId"}, or a mapping with "fields": see docs/mapping.md.';

/** What `--map` says to the sources. */
export type MapChoice = Pick<CatalogOptions, 'map' | 'mapping'>;

/**
 * Reads `--map`: a file, or `auto`.
 *
 * @throws {UserError} when it cannot be read or is not a mapping.
 */
export async function mapChoiceOf(file: string | undefined): Promise<MapChoice> {
  if (file === undefined) return {};
  if (file === 'auto') return { mapping: 'auto' };
  const given = await readJsonFile(file, { name: '--map', code: 'bad-mapping', nextStep });
  if (isFlat(given)) return { map: given };
  const { checkMapping } = await import('sequenzy-sources');
  const checked = checkMapping(given);
  if (checked.ok) return { mapping: checked.mapping };
  throw new UserError('bad-mapping', `--map: ${file}: ${checked.problem}`, nextStep);
}

/**
 * Reads `--map` where only column names can be said.
 *
 * @throws {UserError} when it cannot be read or says more.
 */
export async function columnNamesOf(file: string): Promise<Readonly<Record<string, string>>> {
  const { map } = await mapChoiceOf(file);
  if (map !== undefined) return map;
  const said = file === 'auto' ? 'auto' : `${file} is not a JSON object of column and field names`;
  throw new UserError('bad-mapping', `--map: ${said}`, 'Here it takes {"Artikelnummer": "sku"}.');
}

/** Column -> field, as mapping files were at first. */
function isFlat(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((field) => typeof field === 'string')
  );
}
