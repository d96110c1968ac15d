import { SequenzyError, SequenzyValidationError } from '../errors/errors.ts';
import { orThrow, type StopOptions } from '../delivery/throw-on-stop.ts';
import type { Outcome } from '../delivery/outcome.ts';
import { carryOut, type CarriedOut, type CarryOutOptions, type MirrorClient } from './carry-out.ts';
import { refusalOf, type Guards, type MirrorRefusal } from './guards.ts';
import { planMirror, type MirrorPlan, type MirrorPlanOptions } from './plan.ts';
import { openSourceOf, type MirrorSource } from './source.ts';

/** Options of {@link mirrorCatalog}. */
export interface MirrorOptions
  extends
    Omit<MirrorPlanOptions, keyof CarryOutOptions | 'onRejected' | 'mayGoOnWithout'>,
    Omit<Guards, keyof CarryOutOptions>,
    CarryOutOptions,
    StopOptions {
  /** Called when the plan is made, before anything is sent. */
  readonly onPlan?: (plan: MirrorPlan) => void;
  /** Asked when nothing speaks against the plan; `false` ends the run before anything is sent. Default: it is carried out. */
  readonly confirm?: (plan: MirrorPlan) => boolean | Promise<boolean>;
}

interface Ended extends Partial<Omit<CarriedOut, 'stoppedBy'>> {
  readonly plan: MirrorPlan;
}

/** What {@link mirrorCatalog} gives back. */
export type MirrorResult =
  /** Everything is as in the source. */
  | (Ended & CarriedOut & { readonly status: 'completed'; readonly stoppedBy: undefined })
  /** Finished, and something was rejected, is unknown, or could not be deleted. */
  | (Ended & CarriedOut & { readonly status: 'partial'; readonly stoppedBy: undefined })
  /** Ended early: run it again. */
  | (Ended & { readonly status: 'stopped'; readonly stoppedBy: SequenzyError })
  /** A guard spoke against the plan: nothing was sent or deleted. */
  | (Ended & {
      readonly status: 'refused';
      readonly refusal: MirrorRefusal;
      readonly stoppedBy: undefined;
    });

/**
 * Makes Sequenzy's catalog that of the source: plans, holds the plan against what must not happen, sends what is new or
 * has changed, and with `prune` deletes what was sent before and is gone from the source. With a ledger, the same call
 * is a first run, a nightly run and a resume.
 *
 * It does not throw for what becomes of the products: look at `status`, `refusal` and `stoppedBy`.
 *
 * @throws {SequenzyValidationError} naming an option that cannot be used; nothing was read then.
 * @example
 * const result = await mirrorCatalog(sequenzy, () => productsFromDatabase(), {
 *   ledger,
 *   prune: true,
 *   maxDelete: '5%',
 *   maxRestocks: 50,
 * });
 * if (result.status === 'refused') console.error(result.refusal.code);
 */
export async function mirrorCatalog(
  client: MirrorClient,
  source: MirrorSource,
  options: MirrorOptions = {},
): Promise<MirrorResult> {
  return orThrow(await mirror(client, source, options), options);
}

async function mirror(
  client: MirrorClient,
  source: MirrorSource,
  options: MirrorOptions,
): Promise<MirrorResult> {
  if (options.prune === true && options.ledger === undefined) {
    const message = 'needs a ledger: without one nobody knows what was sent before';
    throw new SequenzyValidationError('The mirror cannot be made', [{ path: 'prune', message }]);
  }
  const open = openSourceOf(source);
  const { onOutcome } = options;
  // What the plan refuses is told with it, and not again when the others are sent.
  const told = new Set<number>();
  const onRejected = (outcome: Outcome): void => {
    told.add(outcome.index);
    onOutcome?.(outcome);
  };
  const plan = await planMirror(client, open, { ...options, onRejected });
  options.onPlan?.(plan);
  const { stoppedBy } = plan;
  if (stoppedBy !== undefined) return { status: 'stopped', plan, stoppedBy };
  const refusal = refusalOf(plan, options) ?? (await declined(plan, options));
  if (refusal !== undefined) return { status: 'refused', plan, refusal, stoppedBy: undefined };
  try {
    const carriedOut = await carryOut(client, plan, open, {
      ...options,
      onOutcome: (outcome) => {
        if (!told.has(outcome.index)) onOutcome?.(outcome);
      },
    });
    return ended(plan, carriedOut);
  } catch (error) {
    if (!(error instanceof SequenzyError)) throw error;
    return { status: 'stopped', plan, stoppedBy: error };
  }
}

async function declined(
  plan: MirrorPlan,
  { confirm }: MirrorOptions,
): Promise<MirrorRefusal | undefined> {
  if (confirm === undefined || (await confirm(plan))) return undefined;
  return { code: 'declined', found: plan.gone?.count ?? 0 };
}

function ended(plan: MirrorPlan, { stoppedBy, ...carriedOut }: CarriedOut): MirrorResult {
  if (stoppedBy !== undefined) return { status: 'stopped', plan, ...carriedOut, stoppedBy };
  const { delivery, deletions = [], isPruneWithheld } = carriedOut;
  const isDone = deletions.every(({ status }) => status === 'deleted' || status === 'notFound');
  const isWhole = delivery.status === 'completed' && plan.rejected === 0 && isDone;
  const status = isWhole && !isPruneWithheld ? 'completed' : 'partial';
  return { status, plan, ...carriedOut, stoppedBy: undefined };
}
