import type { CatalogOptions } from 'sequenzy-sources';
import { isAddress, mappingPathOf } from 'sequenzy-sources/address';
import { access } from 'node:fs/promises';
import { UserError } from '../report/user-error.ts';
import { readJsonFile } from './json-file.ts';
import { option, say } from 'sequenzy-contract';

const nextStep =
  'It must be a mapping with "fields" (docs/mapping.md), or an object of column names and field names: {"Artikelnummer": "productId"}.';

/** What a mapping file says to the sources. */
export type MapChoice = Pick<CatalogOptions, 'map' | 'mapping' | 'mappingName'>;

/**
 * Reads the mapping that is named, a file or `auto`; without it the mapping that lies beside the first input, where there is one.
 *
 * @throws {UserError} when it cannot be read or is not a mapping.
 */
export async function mapChoiceOf(
  map: string | undefined,
  files: readonly string[],
): Promise<MapChoice> {
  if (map === 'auto') return { mapping: 'auto' };
  const file = map ?? (await mappingBeside(files));
  if (file === undefined) return {};
  const how = {
    name: map === undefined ? 'mapping' : option('map'),
    code: 'bad-mapping',
    nextStep,
  } as const;
  const isYaml = /\.ya?ml$/i.test(file);
  const given = await (isYaml
    ? (await import('./yaml-file.ts')).readYamlFile(file, how)
    : readJsonFile(file, how));
  if (isFlat(given)) return { map: given, mappingName: file };
  const { checkMapping } = await import('sequenzy-sources');
  const checked = checkMapping(given);
  if (checked.ok) return { mapping: checked.mapping, mappingName: file };
  throw new UserError('bad-mapping', say`${how.name}: ${file}: ${checked.problem}`, nextStep);
}

/**
 * Reads a mapping where only column names can be said.
 *
 * @throws {UserError} when it cannot be read or says more.
 */
export async function columnNamesOf(file: string): Promise<Readonly<Record<string, string>>> {
  const { map } = await mapChoiceOf(file, []);
  if (map !== undefined) return map;
  throw new UserError(
    'bad-mapping',
    `${file} is not an object of column names and field names`,
    'Here it takes {"Artikelnummer": "sku"}.',
    { place: { option: option('map') } },
  );
}

/** The mapping that lies beside the first of the files, where there is one. */
export async function mappingBeside([first = '-']: readonly string[]): Promise<string | undefined> {
  if (first === '-' || isAddress(first)) return undefined;
  for (const extension of ['json', 'yaml', 'yml']) {
    const file = mappingPathOf(first, extension);
    const isThere = await access(file).then(
      () => true,
      () => false,
    );
    if (isThere) return file;
  }
  return undefined;
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
