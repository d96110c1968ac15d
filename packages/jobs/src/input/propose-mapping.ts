import {
  MappingNeeded,
  openCatalog,
  openOrders,
  type Catalog,
  type Orders,
  type Proposal,
} from 'sequenzy-sources';
import type { Io } from '../job/io.ts';
import { UserError } from '../report/user-error.ts';
import { orRefuse, stdinFor } from './open-input.ts';

/** The file for which a mapping is proposed. */
export interface MappingChoice {
  readonly file: string;
  readonly kind: 'products' | 'orders';
  /** `price=Cost`: a field, and the column it is read from. */
  readonly set: readonly string[];
  readonly currency?: string | undefined;
  /** Sheet of a workbook: its name, or its number from 1. */
  readonly sheet?: string | undefined;
}

/** @throws {UserError} when the file cannot be read, or a platform has written it. */
export async function proposeMapping(
  { file, kind, set, currency, sheet }: MappingChoice,
  io: Io,
): Promise<Proposal> {
  const options = {
    stdin: stdinFor([file], io),
    signal: io.interruption,
    set: Object.fromEntries(set.map(fieldAndColumn)),
    ...(currency !== undefined && { currency }),
    ...(sheet !== undefined && { sheet }),
  };
  const opening: Promise<Catalog | Orders> =
    kind === 'orders' ? openOrders([file], options) : openCatalog([file], options);
  const opened = await orRefuse(
    io,
    opening.catch((error: unknown): Proposal => {
      if (error instanceof MappingNeeded) return error.proposal;
      throw error;
    }),
  );
  if (!('close' in opened)) return opened;
  await opened.close();
  throw new UserError('bad-mapping', `${file} is a ${opened.source.label}`, 'It needs no mapping.');
}

function fieldAndColumn(text: string): [string, string] {
  const [, field = '', column = ''] = /^([\w.]+)=(.+)$/.exec(text) ?? [];
  if (field !== '') return [field, column];
  throw new UserError('usage', `"${text}" is not a field and a column`, 'Write price=Cost.');
}
