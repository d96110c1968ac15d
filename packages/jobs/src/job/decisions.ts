import type { Mapping, Proposal } from 'sequenzy-sources';
import type { OrdersPlan } from '../report/orders-plan.ts';
import type { Gone } from '../report/plan.ts';
import type { UndoPlan } from '../report/undo-plan.ts';

/** Where the lifetime totals that every order of a customer carries come from. */
export type TotalsChoice = 'computed' | 'columns' | 'none';

/** An input that two formats fit equally well. */
export interface OpenFormat {
  /** As the user named it. */
  readonly file: string;
  /** `this can be a Shopify product export or a …`, with its place. */
  readonly problem: string;
  /** Names of the formats that fit. */
  readonly candidates: readonly string[];
}

type Answer<Value> = Value | Promise<Value>;

/** What a job asks. Where a decision is absent, the answer is no, and the job ends without having sent anything. */
export interface Decisions {
  /** May a file be replaced: one that is not a rejects file by rejects, or one that exists by a repaired file? */
  readonly replaceFile?: (file: string, by: 'rejects' | 'repaired file') => Answer<boolean>;
  /** Which of the formats that fit an input is meant? Undefined: none of them. */
  readonly chooseSource?: (open: OpenFormat) => Answer<string | undefined>;
  /**
   * Is this how a file with columns of its own is to be read? Where the proposal leaves something open, the answer is a
   * mapping that does not; `true` would not settle it.
   */
  readonly acceptMapping?: (proposal: Proposal) => Answer<boolean | Mapping>;
  /** May products that are gone from the source be deleted? */
  readonly deleteProducts?: (gone: Gone) => Answer<boolean>;
  /** May a run be undone? */
  readonly undoRun?: (plan: UndoPlan) => Answer<boolean>;
  /** Where do lifetime totals come from? Undefined: it was not said. */
  readonly chooseTotals?: () => Answer<TotalsChoice | undefined>;
  /** May two orders for this test address be pushed? */
  readonly writeTest?: (email: string) => Answer<boolean>;
  /** May the orders be sent? Each can start automations. */
  readonly sendOrders?: (plan: OrdersPlan) => Answer<boolean>;
}

/** The decisions that opening an input may need. */
export type InputDecisions = Pick<Decisions, 'chooseSource' | 'acceptMapping'>;

/** The answer to a question of yes or no, as far as anybody could be asked. */
export type Consent = 'given' | 'refused' | 'nobody to ask';

/** Asks for consent, where somebody can be asked. */
export async function consentOf(asked: Answer<boolean> | undefined): Promise<Consent> {
  if (asked === undefined) return 'nobody to ask';
  return (await asked) ? 'given' : 'refused';
}
