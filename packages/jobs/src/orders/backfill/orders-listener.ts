import type { TotalsRule } from 'sequenzy-commerce';
import type { Orders } from 'sequenzy-sources';
import type { SyncListener, Consent } from '../../job/sync-listener.ts';
import type { OrdersPlan } from './orders-plan.ts';
import type { TotalsChoice } from '../totals/totals-choice.ts';

/** Hears what happens, as it happens. */
export interface OrdersListener extends Pick<
  SyncListener,
  | 'hooks'
  | 'warned'
  | 'watched'
  | 'sending'
  | 'progressed'
  | 'settled'
  | 'mayReplace'
  | 'chooseSource'
> {
  opened(orders: Pick<Orders, 'files' | 'source' | 'recognition' | 'counts' | 'warnings'>): void;
  /** @param rule How totals are added up; undefined unless they are computed. */
  planned(plan: OrdersPlan, rule: TotalsRule | undefined): void;
  /** The run waits for the hours in which it may send. */
  waiting(until: Date): void;
  /** Where lifetime totals come from; undefined where nobody can be asked. */
  chooseTotals(): Promise<TotalsChoice | undefined>;
  /** Whether the plan may be carried out. */
  maySend(plan: OrdersPlan): Promise<Consent>;
}
