import { say, type OptionUse, type Words, reasonOf } from 'sequenzy-contract';
import type { FailureCode } from '../report/failure-code.ts';
import { JSONParser } from '@streamparser/json';
import { readFile } from 'node:fs/promises';
import { UserError } from '../report/user-error.ts';

/** An option that names a JSON file, for the errors about it. */
export interface JsonFileOption {
  /** `mapping`, where no option names it. */
  readonly name: OptionUse | string;
  readonly code: FailureCode;
  /** What must stand in the file, a complete sentence. */
  readonly nextStep: Words;
}

/** @throws {UserError} It cannot be read, or is not valid JSON: line and column are named. */
export async function readJsonFile(file: string, about: JsonFileOption): Promise<unknown> {
  const json = await readTextOf(file, about);
  try {
    return JSON.parse(json);
  } catch {
    const { name, code, nextStep } = about;
    const problem = `${file}, ${placeOf(json)}: the text is not valid JSON from here on`;
    throw new UserError(code, say`${name}: ${problem}`, nextStep);
  }
}

/** @throws {UserError} It cannot be read. */
export async function readTextOf(
  file: string,
  { name, code, nextStep }: JsonFileOption,
): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const problem = `${file} cannot be read (${reasonOf(error)})`;
    throw new UserError(code, say`${name}: ${problem}`, nextStep);
  });
  return text.replace(/^\ufeff/, '');
}

/** Where a text ceases to be JSON. The messages of `JSON.parse` name no place in every version of Node. */
function placeOf(text: string): string {
  const lines = text.slice(0, faultIn(text)).split('\n');
  return `line ${String(lines.length)}, column ${String((lines.at(-1) ?? '').length + 1)}`;
}

function faultIn(text: string): number {
  const parser = new JSONParser();
  parser.onValue = () => undefined;
  for (let at = 0; at < text.length; at += 1) {
    try {
      parser.write(text.charAt(at));
    } catch {
      return at;
    }
  }
  return text.length;
}
