import type { LiveChoice } from '../../input/live/connect-live.ts';
import { given, namesRead, productReading } from '../../input/reading-options.ts';
import type { ProductChoices } from '../../input/records/record-choices.ts';
import type { FeedChoice } from '../../memory/feed-name.ts';
import type { SendingChoices } from '../plan/carry-out.ts';

export const planKind = 'sequenzy-catalog-plan';
export const schemaVersion = 1;

/** Options of a sync that decide what is sent. */
export type Deciding = ProductChoices & SendingChoices & FeedChoice;

const decisive = [
  ...(['files', 'map', 'feed', 'full', 'maxRestocks', 'prune'] as const),
  ...namesRead(productReading),
];

/** Options that decide what is sent, as the file has them. */
export type PlannedOptions = Pick<Deciding, (typeof decisive)[number]> & {
  readonly live?: { readonly from: string; readonly given: LiveChoice['given'] };
};

/** What a plan was made of, and so what it can be applied to. */
export interface PlanBinding {
  /** Folder in which it is remembered what was sent: names company and API. */
  readonly memory: string;
  readonly input: { readonly records: number; readonly sha256: string };
  readonly ledger: { readonly products: number; readonly sha256: string };
  /** Products and variants that come back in stock: applying it may not send more mail. */
  readonly restocks: number;
}

/** A plan as it stands in its file, but for the changes, which are for people. */
export interface PlanFile extends PlanBinding {
  readonly schemaVersion: typeof schemaVersion;
  readonly kind: typeof planKind;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly options: PlannedOptions;
  readonly counts: Readonly<
    Record<'create' | 'change' | 'unchanged' | 'rejected' | 'delete' | 'requests', number>
  >;
}

/** What is kept of the options of a sync. */
export function plannedOptionsOf(options: Deciding): PlannedOptions {
  const { live } = options;
  const said = given(options, decisive);
  return {
    ...said,
    files: options.files,
    ...(live && { live: { from: live.source.name, given: live.given } }),
  };
}
