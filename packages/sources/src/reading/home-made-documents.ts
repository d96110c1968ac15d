import { isRecord } from 'sequenzy-contract';
import { readDocuments } from '../containers/json/documents.ts';
import { unwrapped } from '../documents/fields.ts';
import type { TextFile } from '../input/text-file.ts';
import { Column } from '../mapping/evidence/column.ts';
import { textOf } from '../mapping/language/path.ts';
import type { Mapping } from '../mapping/language/mapping.ts';
import { columnsOf } from '../mapping/language/rule.ts';
import type { Problem, Proposal } from '../mapping/propose/proposal.ts';
import { usesIn } from '../mapping/propose/uses.ts';
import { mostRows, type HomeMade } from './home-made.ts';

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
  let pricedList: PricedList | undefined;
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
      if (isRecord(value) && !homeMade.readsLists) pricedList ??= pricedListIn(value);
      // What a document does not have is an empty cell; the lines of an order are not one for each.
      if (!homeMade.readsLists) for (const column of columns.values()) fillUp(column, rows);
    }
    if (!isWhole) break;
  }
  const own = [...columns.values()];
  const { mapping: found, problems: open, notes, isLikely } = homeMade.suggest(own);
  if (!isLikely) return undefined;
  const problems = [...open, ...unreadPrices(pricedList, found)];
  const mapping = { ...found, ...(path !== undefined && { documents: path }) };
  const uses = usesIn(mapping, homeMade.currency);
  const shown = own.map(({ name, samples }) => ({ name, samples, uses: uses.get(name) ?? [] }));
  return { file: text.name, mapping, problems, notes, rows, isWhole, columns: shown };
}

/** A list of objects in a document, whose members have prices. */
interface PricedList {
  readonly name: string;
  readonly key: string;
}

const listOfVariants =
  /^(product)?[_-]?(variants?|variations?|skus?|offers|options|models|sizes|varianten|variantes|varianti|warianty|варианты)$/i;

function pricedListIn(value: Readonly<Record<string, unknown>>): PricedList | undefined {
  for (const [name, member] of Object.entries(value)) {
    if (!listOfVariants.test(name) || !Array.isArray(member) || !isRecord(member[0])) continue;
    const key = Object.keys(member[0]).find((one) =>
      /price|preis|prix|precio|prezzo|preco|prijs|cena|цена/i.test(one),
    );
    if (key !== undefined) return { name, key };
  }
  return undefined;
}

/** What members of a list cost would be lost: which of their keys are ids and options, only the user can say. */
function unreadPrices(list: PricedList | undefined, { fields }: Mapping): Problem[] {
  if (list === undefined || Object.values(fields).flatMap(columnsOf).some(isMember)) return [];
  const { name, key } = list;
  const rule = JSON.stringify(`${name}[].${key}`);
  return [
    {
      problem: `"${name}" is a list with prices of its own, which is not read`,
      advice: `Say in the mapping what its members are, such as "variantPrice": ${rule} and "variantId": "${name}[].id".`,
    },
  ];
}

function isMember(path: string): boolean {
  return path.includes('[]');
}

/** Gives a column an empty cell for each row in which it has none. */
function fillUp(column: Column, rows: number): void {
  while (column.rows < rows) column.add('');
}

/** Names that say nothing beside the one above them: `price.amount`. */
const plainLeaves = new Set(['amount', 'value', 'raw', 'src', 'href', 'text', 'content']);

/** Lists of the lines of an order, among others such as those of taxes. */
const listOfLines =
  /^((line|order|cart)?[_-]?(items|lines|products|articles)|positions?|positionen|artikel|basket|cart)$/i;

const deepest = 4;

function addMembers(
  value: Readonly<Record<string, unknown>>,
  before: string,
  columnAt: (path: string) => Column,
  readsLists: boolean,
  depth = 1,
): void {
  if (depth > deepest) return;
  for (const [key, member] of Object.entries(value)) {
    const path = before + key;
    if (isRecord(member)) addMembers(member, `${path}.`, columnAt, readsLists, depth + 1);
    else if (Array.isArray(member) && isRecord(member[0])) {
      if (!readsLists || before.includes('[]') || !listOfLines.test(key)) continue;
      for (const one of member.filter(isRecord))
        addMembers(one, `${path}[].`, columnAt, readsLists, depth + 1);
    } else {
      columnAt(path).add(textOf(member));
    }
  }
}

/** `customer.email` -> customer email; `line_items[].title` -> item title; `lines[].product_name` as it is. */
function headingOf(path: string): string {
  const parts = path.split('.');
  const leaf = parts.at(-1) ?? '';
  if (path.includes('[]'))
    return /product|item|sku|qty|quantity/i.test(leaf) ? leaf : `item ${leaf}`;
  const isPlain = parts.length > 1 && plainLeaves.has(leaf.toLowerCase());
  return (isPlain ? parts.slice(0, -1) : parts).join(' ');
}
