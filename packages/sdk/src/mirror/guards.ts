import type { MaxDelete } from './max-delete.ts';
import type { MirrorPlan } from './plan.ts';

/** What must not happen. */
export interface Guards {
  /** Products and variants that may come back in stock, taken together: each may send e-mail. Default: any number. */
  readonly maxRestocks?: number | undefined;
  /** Delete what was sent before and is gone from the source. Needs a ledger with `list`. Default: false. */
  readonly prune?: boolean | undefined;
  /** How much may be deleted: a number, or a share of what the ledger knows of this feed. Default: `10%`. */
  readonly maxDelete?: MaxDelete | undefined;
  /**
   * Products that the shop has and the source leaves out on purpose, such as archived ones: they are gone, and show that
   * the source is not empty by mistake. Default: 0.
   */
  readonly archived?: number | undefined;
  /** The source says that a part of it is missing: nothing may be deleted by it. Default: false. */
  readonly isIncomplete?: boolean | undefined;
}

/** Why nothing was sent or deleted, and by how much. */
export type MirrorRefusal =
  | { readonly code: 'max-restocks'; readonly found: number; readonly allowed: number }
  | { readonly code: 'max-delete'; readonly found: number; readonly allowed: number }
  /** Records that cannot be read could be what seems to be gone. */
  | { readonly code: 'prune-rejected'; readonly found: number }
  | { readonly code: 'prune-incomplete' }
  | { readonly code: 'prune-empty' }
  /** `confirm` said no. */
  | { readonly code: 'declined'; readonly found: number };

/** Why a plan must not be carried out; undefined where nothing speaks against it. */
export function refusalOf(plan: MirrorPlan, guards: Guards): MirrorRefusal | undefined {
  const { maxRestocks = Infinity, prune = false, archived = 0, isIncomplete = false } = guards;
  const restocks = plan.changes.restockedProducts + plan.changes.restockedVariants;
  if (restocks > maxRestocks) {
    return { code: 'max-restocks', found: restocks, allowed: maxRestocks };
  }
  if (!prune) return undefined;
  if (plan.rejected > 0) return { code: 'prune-rejected', found: plan.rejected };
  if (isIncomplete) return { code: 'prune-incomplete' };
  // What is read as archived is evidence, an empty list is not.
  if (plan.records.read + archived === 0) return { code: 'prune-empty' };
  const { gone } = plan;
  if (gone === undefined || gone.count <= gone.allowed) return undefined;
  return { code: 'max-delete', found: gone.count, allowed: gone.allowed };
}
