import { basename, dirname } from 'node:path';
import type { Ledger } from 'sequenzy-commerce';
import { option, say } from 'sequenzy-contract';
import type { Plan } from '../../report/plan.ts';
import { UserError } from '../../report/user-error.ts';
import { ledgerHash, type InputHash } from './binding.ts';
import {
  plannedOptionsOf,
  planKind,
  schemaVersion,
  type Deciding,
  type PlanBinding,
  type PlanFile,
} from './plan-file.ts';

/** Where a plan finds what was sent before. */
export interface BoundMemory {
  readonly known: Pick<Ledger, 'list'> | undefined;
  /** File of the ledger; undefined where it is not known whose it would be. */
  readonly file: string | undefined;
}

/**
 * What a plan is made of.
 *
 * @throws {UserError} where it is not known for which company it is.
 */
export async function bindingOf(
  { restocks: { products, variants } }: Pick<Plan, 'restocks'>,
  input: InputHash,
  { known, file }: BoundMemory,
): Promise<PlanBinding> {
  if (file === undefined) {
    const problem = 'A plan is for one company, and which one this key belongs to is not known';
    throw new UserError('usage', problem, say`Name it with ${option('company')}.`);
  }
  return {
    memory: basename(dirname(file)),
    input: { records: input.records, sha256: input.sha256 },
    ledger: await ledgerHash(known),
    restocks: products + variants,
  };
}

/** The plan as its file has it. */
export function planFileOf(
  { created, changed, unchanged, rejected, gone, requests }: Plan,
  binding: PlanBinding,
  { options, createdAt }: { readonly options: Deciding; readonly createdAt: string },
): PlanFile {
  return {
    schemaVersion,
    kind: planKind,
    createdAt,
    ...binding,
    counts: {
      ...{ create: created, change: changed, unchanged, rejected },
      ...{ delete: gone?.count ?? 0, requests },
    },
    options: plannedOptionsOf(options),
  };
}
