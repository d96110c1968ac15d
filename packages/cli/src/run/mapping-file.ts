import { readFile } from 'node:fs/promises';
import { UserError } from '../user-error.ts';
import { reasonOf } from './system-error.ts';

const nextStep =
  'It must be a JSON object of column names and field names: {"Artikelnummer": "productId"}.';

/**
 * Reads `--map`: column of the file -> field name.
 *
 * @throws {UserError} when it cannot be read or is not such an object.
 */
export async function readMapping(file: string): Promise<Readonly<Record<string, string>>> {
  const mapping = parse(file, await read(file));
  if (!isMapping(mapping))
    throw new UserError('bad-mapping', `--map: ${file} is not a mapping`, nextStep);
  return mapping;
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UserError(
      'bad-mapping',
      `--map: ${file} cannot be read (${reasonOf(error)})`,
      nextStep,
    );
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new UserError('bad-mapping', `--map: ${file} is not JSON (${reasonOf(error)})`, nextStep);
  }
}

function isMapping(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((field) => typeof field === 'string')
  );
}
