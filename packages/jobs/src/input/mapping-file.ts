import { UserError } from '../report/user-error.ts';
import { readJsonFile } from './json-file.ts';

const nextStep =
  'It must be a JSON object of column names and field names: {"Artikelnummer": "productId"}.';

/**
 * Reads `--map`: column of the file -> field name.
 *
 * @throws {UserError} when it cannot be read or is not such an object.
 */
export async function readMapping(file: string): Promise<Readonly<Record<string, string>>> {
  const mapping = await readJsonFile(file, { name: '--map', code: 'bad-mapping', nextStep });
  if (!isMapping(mapping))
    throw new UserError('bad-mapping', `--map: ${file} is not a mapping`, nextStep);
  return mapping;
}

function isMapping(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((field) => typeof field === 'string')
  );
}
