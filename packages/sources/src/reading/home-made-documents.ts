import { isRecord } from 'sequenzy-contract';
import { readDocuments } from '../containers/json/documents.ts';
import { unwrapped } from '../documents/fields.ts';
import type { TextFile } from '../input/text-file.ts';
import { Column } from '../mapping/evidence/column.ts';
import type { Mapping } from '../mapping/language/mapping.ts';
import { columnsOf } from '../mapping/language/rule.ts';
import type { MemberSuggestion } from '../mapping/propose/members.ts';
import type { Problem, Proposal, Suggestion } from '../mapping/propose/proposal.ts';
import { usesIn } from '../mapping/propose/uses.ts';
import { mostRows, type HomeMade } from './home-made.ts';
import { addMembers, headingOf } from './members-of.ts';
import { VariantLists } from './variant-lists.ts';

/** Proposes how the documents of a JSON text are read; undefined where their keys do not speak of such records. */
export async function proposeDocuments(
  text: TextFile,
  first: unknown,
  homeMade: HomeMade,
): Promise<Proposal | undefined> {
  const lists = text.head.trimStart().startsWith('[') ? [] : listsIn(first, '');
  const longest = lists.toSorted((a, b) => b.length - a.length).map(({ path }) => path);
  for (const path of [...longest, undefined]) {
    const proposal = await proposeAt(text, path, homeMade);
    if (proposal !== undefined) return proposal;
  }
  return undefined;
}

const deepestEnvelope = 3;

/** Lists of objects inside a value, which can be the records. */
function listsIn(value: unknown, before: string, depth = 1): { path: string; length: number }[] {
  if (!isRecord(value) || depth > deepestEnvelope) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const path = before + key;
    if (Array.isArray(member)) return isRecord(member[0]) ? [{ path, length: member.length }] : [];
    return listsIn(member, `${path}.`, depth + 1);
  });
}

async function proposeAt(
  text: TextFile,
  path: string | undefined,
  homeMade: HomeMade,
): Promise<Proposal | undefined> {
  const columns = new Map<string, Column>();
  const envelopes = { lists: path === undefined ? [] : [path], keyed: [] };
  let rows = 0;
  let isWhole = true;
  const variants = homeMade.readsLists ? undefined : new VariantLists();
  const columnAt = (path: string): Column => {
    const column = columns.get(path) ?? new Column(path, headingOf(path));
    columns.set(path, column);
    if (!homeMade.readsLists) fillUp(column, rows - 1);
    return column;
  };
  for await (const batch of readDocuments(text, envelopes)) {
    for (const { value } of batch.flatMap((one) =>
      unwrapped(one.value).map((inner) => ({ value: inner })),
    )) {
      isWhole = rows < mostRows;
      if (!isWhole) break;
      rows += 1;
      if (isRecord(value)) addMembers(value, '', columnAt, homeMade.readsLists);
      if (isRecord(value)) variants?.add(value);
      // What a document does not have is an empty cell; the lines of an order are not one for each.
      if (!homeMade.readsLists) for (const column of columns.values()) fillUp(column, rows);
    }
    if (!isWhole) break;
  }
  const own = [...columns.values()];
  const suggested = homeMade.suggest(own);
  if (!suggested.isLikely) return undefined;
  const { notes } = suggested;
  const isSaid = Object.values(suggested.mapping.fields).flatMap(columnsOf).some(isMember);
  const list = isSaid ? undefined : variants?.only;
  const members = list && homeMade.suggestMembers?.(list);
  const { fields, problems } = withMembers(suggested, members, isSaid ? undefined : variants);
  const mapping = { ...suggested.mapping, fields, ...(path !== undefined && { documents: path }) };
  const uses = usesIn(mapping, homeMade.currency);
  const all = members === undefined ? own : [...own, ...(list ?? [])];
  const shown = all.map(({ name, samples }) => ({ name, samples, uses: uses.get(name) ?? [] }));
  return { file: text.name, mapping, problems, notes, rows, isWhole, columns: shown };
}

/** What is proposed for documents and for the members of their list of variants. */
function withMembers(
  { mapping, problems }: Suggestion,
  members: MemberSuggestion | undefined,
  lists: VariantLists | undefined,
): { readonly fields: Mapping['fields']; readonly problems: readonly Problem[] } {
  if (members === undefined) {
    return { fields: mapping.fields, problems: [...problems, ...(lists?.problems ?? [])] };
  }
  const isCurrencySaid = 'currency' in mapping.fields;
  const added = members.problems.filter(
    ({ option }) =>
      !(option === 'currency' && isCurrencySaid) && !problems.some((one) => one.option === option),
  );
  return { fields: { ...members.fields, ...mapping.fields }, problems: [...problems, ...added] };
}

function isMember(path: string): boolean {
  return path.includes('[]');
}

/** Gives a column an empty cell for each row in which it has none. */
function fillUp(column: Column, rows: number): void {
  while (column.rows < rows) column.add('');
}
