import {
  checkMapping,
  MappingNeeded,
  openCatalog,
  openOrders,
  type Catalog,
  type CatalogOptions,
  type Mapping,
  type Orders,
  type Proposal,
} from 'sequenzy-sources';
import type { Io } from '../job/io.ts';
import { UserError } from '../report/user-error.ts';
import { orRefuse, stdinFor } from './open-input.ts';

/** The file for which a mapping is made. */
export interface MappingChoice {
  readonly file: string;
  readonly kind: 'products' | 'orders';
  readonly currency?: string | undefined;
  /** Sheet of a workbook: its name, or its number from 1. */
  readonly sheet?: string | undefined;
}

export type Rules = Mapping['fields'];

/** What came of reading a file by a mapping. */
export interface TestedMapping {
  readonly records: number;
  readonly faulty: number;
  /** The first fault, such as `products.csv:5  Price: "x" is not an amount`. */
  readonly firstFault: string | undefined;
}

/**
 * @param set Field -> rule, instead of what would be proposed.
 * @throws {UserError} when the file cannot be read, or a platform has written it.
 */
export async function proposeMapping(choice: MappingChoice, set: Rules, io: Io): Promise<Proposal> {
  const opened = await orRefuse(
    io,
    open(choice, { set }, io).catch((error: unknown): Proposal => {
      if (error instanceof MappingNeeded) return error.proposal;
      throw error;
    }),
  );
  if (!('close' in opened)) return opened;
  await opened.close();
  throw new UserError(
    'bad-mapping',
    `${choice.file} is a ${opened.source.label}`,
    'It needs no mapping.',
  );
}

/**
 * Reads the file by a mapping.
 *
 * @throws {UserError} when the mapping does not fit the file.
 */
export async function testMapping(
  choice: MappingChoice,
  mapping: Mapping,
  io: Io,
): Promise<TestedMapping> {
  const opened = await orRefuse(io, open(choice, { mapping }, io));
  try {
    let records = 0;
    let faulty = 0;
    let firstFault: string | undefined;
    for await (const { faults } of opened.records()) {
      records += 1;
      const [fault] = faults;
      if (fault === undefined) continue;
      faulty += 1;
      firstFault ??= `${choice.file}:${String(fault.line)}  ${fault.path}: ${fault.message}`;
    }
    return { records, faulty, firstFault };
  } finally {
    await opened.close();
  }
}

function open(
  { file, kind, currency, sheet }: MappingChoice,
  how: Pick<CatalogOptions, 'set' | 'mapping'>,
  io: Io,
): Promise<Catalog | Orders> {
  const options = {
    stdin: stdinFor([file], io),
    signal: io.interruption,
    wording: io.wording,
    ...how,
    ...(currency !== undefined && { currency }),
    ...(sheet !== undefined && { sheet }),
  };
  return kind === 'orders' ? openOrders([file], options) : openCatalog([file], options);
}

/**
 * `price=Cost` and `price={"from":"Cost","minorUnits":true}` -> a field and its rule.
 *
 * @throws {UserError}
 */
export function ruleIn(text: string): Rules {
  const [, field = '', said = ''] = /^([\w.]+)=(.+)$/s.exec(text) ?? [];
  if (field !== '') return { [field]: ruleOf(field, said.trim()) };
  throw new UserError('usage', `"${text}" is not a field and a column`, 'Write price=Cost.');
}

/**
 * What is said of a field: a column, a template, or a rule in JSON.
 *
 * @throws {UserError}
 */
export function ruleOf(field: string, said: string): Rules[string] {
  if (!/^\{\s*"/.test(said)) return said;
  const checked = checkMapping({ fields: { [field]: parsed(said) } });
  const rule = checked.ok ? checked.mapping.fields[field] : undefined;
  if (rule !== undefined) return rule;
  throw new UserError(
    'bad-mapping',
    `what is said of ${field} is not a rule${checked.ok ? '' : ` (${checked.problem})`}: ${said}`,
    `Write ${field}={"from":"Column"} with the members that docs/mapping.md names.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
