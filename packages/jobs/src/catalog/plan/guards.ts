import { option, say, type Words } from 'sequenzy-contract';
import { adviceOf } from '../../report/advice.ts';
import type { FailureCode } from '../../report/failure-code.ts';
import { exitCodes } from '../../report/exit-codes.ts';
import { number } from '../../report/number.ts';
import type { Plan, Restocks } from '../../report/plan.ts';
import type { StopReason } from '../../report/stop-reason.ts';
import type { Consent } from '../../job/decisions.ts';

/** What the user has forbidden, or has to be asked for. */
export interface Guards {
  /** Products and variants that may turn from out of stock to in stock, taken together. */
  readonly maxRestocks: number | undefined;
  readonly prune: boolean;
}

/** What was read, as far as deleting depends on it. */
export interface Source {
  /** Products, those that are left out included. */
  readonly found: number;
  /** Whether the input says that pages of it are missing. */
  readonly lacksPages: boolean;
}

/** Why the plan must not be carried out; nothing has been sent yet. */
export function refusalOf(plan: Plan, source: Source, guards: Guards): StopReason | undefined {
  return (
    tooManyRestocks(plan.restocks, guards.maxRestocks) ??
    (guards.prune ? (unsafeToPrune(plan, source) ?? tooManyGone(plan)) : undefined)
  );
}

export function tooManyRestocks(
  { products, variants }: Restocks,
  maxRestocks: number | undefined,
): StopReason | undefined {
  const restocks = products + variants;
  if (maxRestocks === undefined || restocks <= maxRestocks) return undefined;
  return refusal(
    'max-restocks',
    say`Products and variants that would come back in stock: ${number(restocks)}; ${option('maxRestocks')} allows ${number(maxRestocks)}`,
    say`Check the stock in the input, or pass ${option('maxRestocks', String(restocks))}. Nothing was sent.`,
  );
}

/** What cannot be read could be what seems to be gone; what is read as archived is evidence, an empty list is not. */
function unsafeToPrune({ rejected }: Plan, { found, lacksPages }: Source): StopReason | undefined {
  if (rejected > 0) {
    return refusal(
      'prune-rejected',
      say`${option('prune')} needs a source without rejected records (rejected: ${number(rejected)})`,
      say`Correct them, or sync without ${option('prune')}. Nothing was sent or deleted.`,
    );
  }
  if (lacksPages) {
    return refusal(
      'prune-incomplete',
      say`${option('prune')} needs the whole catalog, and the input says that pages of it are missing`,
      say`Give all pages together, or sync without ${option('prune')}. Nothing was sent or deleted.`,
    );
  }
  if (found > 0) return undefined;
  return refusal(
    'prune-empty',
    say`${option('prune')} needs a source with products, and there is none in it`,
    'Export the products again. Nothing was sent or deleted.',
  );
}

function tooManyGone({ gone }: Plan): StopReason | undefined {
  if (gone === undefined || gone.count <= gone.allowed) return undefined;
  const { count, known, allowed } = gone;
  return refusal(
    'max-delete',
    say`Gone from the source: ${number(count)} of ${number(known)} known products; ${option('maxDelete')} allows ${number(allowed)}`,
    say`Check that the source is complete, or pass ${option('maxDelete', String(count))}. Nothing was sent or deleted.`,
  );
}

export function refusalOfConsent(consent: Consent, gone: number): StopReason | undefined {
  const nothing = 'Nothing was sent or deleted.';
  switch (consent) {
    case 'given':
      return undefined;
    case 'refused':
      return refusal('declined', 'The deletion was declined', nothing);
    case 'nobody to ask':
      return refusal(
        'needs-consent',
        `Nobody can be asked here whether to delete (products: ${number(gone)})`,
        say`Pass ${option('yes')} to delete. ${nothing}`,
      );
  }
}

function refusal(code: FailureCode, problem: Words, advice: Words): StopReason {
  return { code, problem, advice: adviceOf(advice), exitCode: exitCodes.usage };
}
