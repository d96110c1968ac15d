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
import type { Surroundings } from '../job/surroundings.ts';
import { withJob } from '../job/with-job.ts';
import { orRefuse, stdinFor } from '../input/open-input.ts';

/** The file for which a mapping is made. */
interface MappedFile {
  readonly file: string;
  /** Default: products. */
  readonly kind?: 'products' | 'orders' | undefined;
  readonly currency?: string | undefined;
  /** Sheet of a workbook: its name, or its number from 1. */
  readonly sheet?: string | undefined;
}

export interface ProposeOptions extends MappedFile {
  /** Field -> column, template, or rule, also one in JSON, instead of what would be proposed. */
  readonly set?: Mapping['fields'] | undefined;
}

export interface TestOptions extends MappedFile {
  readonly mapping: Mapping;
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
 * Proposes how a file with columns of its own is read.
 *
 * @throws {UserError} when the file cannot be read, a platform has written it, or what is said of a field is not a rule.
 * @example
 *   const { mapping, problems } = await proposeMapping({ file: 'products.csv', set: { price: 'Cost' } });
 */
export function proposeMapping(
  { set = {}, ...choice }: ProposeOptions,
  surroundings: Surroundings = {},
): Promise<Proposal> {
  return withJob(undefined, surroundings, ({ io }) => {
    const rules = Object.entries(set).map(([field, said]) => [field, ruleOf(field, said)] as const);
    return propose(choice, Object.fromEntries(rules), io);
  });
}

async function propose(choice: MappedFile, set: Rules, io: Io): Promise<Proposal> {
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
 * Reads a file by a mapping, and counts the records with a fault.
 *
 * @throws {UserError} when the mapping does not fit the file.
 */
export function testMapping(
  { mapping, ...choice }: TestOptions,
  surroundings: Surroundings = {},
): Promise<TestedMapping> {
  return withJob(undefined, surroundings, ({ io }) => test(choice, mapping, io));
}

async function test(choice: MappedFile, mapping: Mapping, io: Io): Promise<TestedMapping> {
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
  { file, kind = 'products', currency, sheet }: MappedFile,
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
 * What is said of a field: a column, a template, or a rule in JSON.
 *
 * @throws {UserError}
 */
export function ruleOf(field: string, said: Rules[string]): Rules[string] {
  if (typeof said !== 'string' || !/^\{\s*"/.test(said)) return said;
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
