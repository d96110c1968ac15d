import type { DeadLetter } from 'sequenzy-relay';
import type { Finding } from 'sequenzy-jobs/account/contract/finding.ts';
import type { QuotaReport } from 'sequenzy-jobs/account/quota.ts';
import type { ShownConfig } from 'sequenzy-jobs/config/show-config.ts';
import type { KnownSource } from 'sequenzy-jobs/input/known-sources.ts';
import type { TestedMapping } from 'sequenzy-jobs/mapping/propose-mapping.ts';
import type { ForgottenOrder } from 'sequenzy-jobs/orders/forget/forget-orders.ts';
import type { Released } from 'sequenzy-jobs/orders/hold/release.ts';
import type { EraseReport } from 'sequenzy-jobs';
import type { FeedStatus } from 'sequenzy-jobs/past/feed-state.ts';
import type { ToldFailure } from 'sequenzy-jobs/report/advice.ts';
import type { Status } from 'sequenzy-jobs/report/summary.ts';
import type { PastRun } from 'sequenzy-jobs/runs/run-record.ts';
import type { Mapping } from 'sequenzy-sources';
import type { Rehearsal } from 'sequenzy-pages';
import type { Done, Ended, Head } from './head.ts';
import type { BackfillDocument, SyncDocument } from './records.ts';

/** As the API answers it. */
type StoredProduct = Readonly<Record<string, unknown>>;

export interface ListDocument extends Done<'catalog list'> {
  readonly products: readonly StoredProduct[];
  /** Whether `--limit` has left some out. */
  readonly more: boolean;
  readonly warnings: readonly string[];
}

export interface GetDocument extends Done<'catalog get'> {
  readonly product: StoredProduct;
  readonly warnings: readonly string[];
}

export interface PreviewDocument extends Done<'catalog preview'> {
  /** The page that was written. */
  readonly file: string;
  /** Cards on it. */
  readonly products: number;
  readonly rejected: number;
  readonly warnings: readonly string[];
}

export interface ForgetDocument extends Done<'orders forget'> {
  readonly forgotten: readonly ForgottenOrder[];
}

export interface ReleaseDocument extends Ended<'orders release'>, Omit<Released, 'reason'> {}

export interface EraseDocument
  extends Head<'privacy erase', EraseReport['status']>, Omit<EraseReport, 'status' | 'exitCode'> {}

export interface SourcesListDocument extends Done<'sources list'> {
  readonly sources: readonly Pick<KnownSource, 'kind' | 'name' | 'label' | 'files'>[];
}

export interface SourcesShowDocument extends Done<'sources show'> {
  readonly sources: readonly KnownSource[];
}

export interface MapDocument extends Head<'map', 'completed' | 'failed'> {
  readonly mapping: Mapping;
  /** What is open. */
  readonly problems: readonly MapProblem[];
  /** What became different in a mapping that was there. */
  readonly changes?: readonly string[];
  /** How the records are read by it; `null` where something is open. */
  readonly tested: TestedMapping | null;
}

interface MapProblem {
  /** A clause: `no column is recognised as productId`. */
  readonly problem: string;
  /** A complete sentence. */
  readonly advice: string;
  /** What settles it: `--currency <code>`. */
  readonly option?: string;
}

/** Printed as soon as it listens. */
export interface ListeningDocument<Name extends string> extends Head<Name, 'listening'> {
  readonly exitCode: 0;
  readonly url: string;
}

/** The other APIs that are served stand under their names. */
export interface SandboxDocument extends ListeningDocument<'sandbox'> {
  readonly apiKey: string;
  readonly [api: string]: string | number | ServedApi;
}

interface ServedApi {
  readonly url: string;
  readonly apiKey: string;
  /** A login and its password, where one key is not enough. */
  readonly secrets?: readonly string[];
  /** Example records. */
  readonly products?: number;
  readonly orders?: number;
}

export interface LettersDocument<Name extends string> extends Done<Name> {
  /** Ids of the letters. */
  readonly letters: readonly string[];
}

export interface LetterListDocument extends Done<'relay dead list'> {
  readonly letters: readonly Letter[];
}

interface Letter extends Pick<DeadLetter, 'id' | 'platform' | 'reason'> {
  readonly receivedAt: string;
  readonly buriedAt: string;
  readonly orderId: string | null;
}

export interface LetterShowDocument extends Done<'relay dead show'> {
  readonly letters: readonly (Letter & {
    /** What came, personal data included. */
    readonly content: object;
  })[];
}

/** One feed of a config; only how it ended where it did not begin. */
export type FeedDocument = { readonly name: string } & (
  | Omit<SyncDocument<'catalog sync'>, 'schemaVersion'>
  | Omit<BackfillDocument, 'schemaVersion'>
  | Omit<Ended<string>, 'schemaVersion'>
);

export interface RunDocument extends Ended<'run'> {
  readonly feeds: readonly FeedDocument[];
  readonly durationMs: number;
  readonly warnings: readonly string[];
}

export interface InitDocument extends Done<'init'> {
  readonly file: string;
}

export interface ConfigShowDocument extends Done<'config show'>, ShownConfig {}

export interface StatusDocument extends Head<'status', 'completed'> {
  readonly feeds: readonly FeedStatus[];
}

/** A run, with what its own `--json` printed; of a failure only how it ended. */
type RunRecordDocument = Omit<PastRun, 'summary' | 'status'> & {
  readonly status: string;
  readonly summary: object | null;
};

export interface RunsDocument extends Done<'runs'> {
  readonly runs: readonly RunRecordDocument[];
}

export interface OneRunDocument<Name extends string> extends Done<Name> {
  readonly run: RunRecordDocument;
}

export interface RunsReportDocument extends Done<'runs report'> {
  readonly id: string;
  /** The page that was written. */
  readonly file: string;
}

/** What a command that sends would come to. */
export interface RehearseDocument extends Head<'rehearse', Status> {
  /** The command: `orders backfill`. */
  readonly rehearsed: string;
  readonly rehearsal: Rehearsal;
  /** The document of that command, without its name, status and exit code. */
  readonly run: object;
}

export interface DoctorDocument extends Head<'doctor', Status> {
  readonly checks: readonly {
    readonly name: string;
    readonly status: 'ok' | 'warning' | 'failed';
    readonly message: string;
    readonly nextStep: string | null;
  }[];
  /** The first check that failed, by its name. */
  readonly stoppedBy: (Omit<ToldFailure, 'code'> & { readonly code: string }) | null;
}

/** With `--contract`. */
export interface ContractDocument extends Head<'doctor', 'completed' | 'partial'> {
  readonly findings: readonly Finding[];
  readonly stoppedBy: null;
}

export interface QuotaDocument extends Done<'quota'>, QuotaReport {}

export interface CompletionDocument extends Done<'completion'> {
  readonly shell: string;
  readonly script: string;
}
