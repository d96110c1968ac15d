import { say, reasonOf } from 'sequenzy-contract';
import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { UserError } from '../report/user-error.ts';
import type { JsonFileOption } from './json-file.ts';

/** @throws {UserError} when it cannot be read, or naming line and column from which it is not YAML. */
export async function readYamlFile(
  file: string,
  { name, code, nextStep }: JsonFileOption,
): Promise<unknown> {
  const refused = (problem: string): UserError =>
    new UserError(code, say`${name}: ${problem}`, nextStep);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw refused(`${file} cannot be read (${reasonOf(error)})`);
  });
  const document = parseDocument(text, { prettyErrors: true });
  const [error] = document.errors;
  if (error === undefined) return document.toJS();
  const [start] = error.linePos ?? [];
  const place =
    start === undefined ? '' : `, line ${String(start.line)}, column ${String(start.col)}`;
  const [reason = 'the text is not valid YAML'] = error.message.split(/ at line \d+|\n/);
  throw refused(`${file}${place}: ${reason}`);
}
