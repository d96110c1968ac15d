import { access } from 'node:fs/promises';
import { changesOf, type Mapping } from 'sequenzy-sources';
import { UserError } from '../report/user-error.ts';
import { mapChoiceOf } from '../input/mapping-file.ts';
import { ruleOf, type Rules } from './propose-mapping.ts';

/** A mapping file that is there, and what some rules make of it. */
export interface EditedMapping {
  readonly before: Mapping;
  readonly mapping: Mapping;
  /** A clause for each difference: `price was "Cost" and would be "Price"`. */
  readonly changes: readonly string[];
}

/**
 * The mapping in a file with other rules for some fields; undefined where there is no such file.
 *
 * @param said Field -> column, template, or rule, also one in JSON.
 * @throws {UserError} when it cannot be read, is not a mapping, or is one that only a person can edit.
 */
export async function editMapping(file: string, said: Rules): Promise<EditedMapping | undefined> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (!isThere) return undefined;
  const set = Object.fromEntries(
    Object.entries(said).map(([field, rule]) => [field, ruleOf(field, rule)]),
  );
  const { mapping: before } = await mapChoiceOf(file, []);
  const isRewritten = Object.keys(set).length > 0;
  if (typeof before !== 'object' || (isRewritten && !/\.json$/i.test(file))) {
    const why = typeof before === 'object' ? 'is YAML' : 'is in the short form';
    throw new UserError(
      'bad-mapping',
      `${file} ${why}, which is not rewritten here`,
      'Change it in an editor, or name another file.',
    );
  }
  const mapping = { ...before, fields: { ...before.fields, ...set } };
  return { before, mapping, changes: changesOf(before, mapping) };
}
