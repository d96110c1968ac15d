import type { FailureParts } from 'sequenzy-jobs/report/advice.ts';
import type { Failed, UsageError } from './head.ts';
import type * as plain from './plain.ts';
import type * as records from './records.ts';

/** What a command prints with `--json` once it has begun, failures included. */
export interface WithFigures {
  'catalog sync': records.SyncDocument<'catalog sync'>;
  'catalog apply': records.SyncDocument<'catalog apply'>;
  'catalog stock': records.SyncDocument<'catalog stock'>;
  'catalog check': records.CatalogCheckDocument;
  'catalog undo': records.UndoDocument;
  'catalog delete': records.DeleteDocument;
  'catalog diff': records.DiffDocument;
  'orders backfill': records.BackfillDocument;
  'orders check': records.OrdersCheckDocument;
  'orders verify': records.VerifyDocument;
  'orders push': records.EventsDocument<'orders push'>;
  'checkouts track': records.EventsDocument<'checkouts track'>;
  'back-in-stock register': records.EventsDocument<'back-in-stock register'>;
}

/** What a command prints that has done what it does; its failures have no figures. */
export interface WithoutFigures {
  'catalog list': plain.ListDocument;
  'catalog get': plain.GetDocument;
  'catalog preview': plain.PreviewDocument;
  'orders forget': plain.ForgetDocument;
  'orders release': plain.ReleaseDocument;
  'privacy erase': plain.EraseDocument;
  'sources list': plain.SourcesListDocument;
  'sources show': plain.SourcesShowDocument;
  map: plain.MapDocument;
  relay: plain.ListeningDocument<'relay'>;
  'relay dead list': plain.LetterListDocument;
  'relay dead show': plain.LetterShowDocument;
  'relay dead retry': plain.LettersDocument<'relay dead retry'>;
  'relay dead drop': plain.LettersDocument<'relay dead drop'>;
  run: plain.RunDocument;
  init: plain.InitDocument;
  'config show': plain.ConfigShowDocument;
  status: plain.StatusDocument;
  runs: plain.RunsDocument;
  'runs show': plain.OneRunDocument<'runs show'>;
  'runs watch': plain.OneRunDocument<'runs watch'>;
  'runs report': plain.RunsReportDocument;
  rehearse: plain.RehearseDocument;
  doctor: plain.DoctorDocument | plain.ContractDocument;
  quota: plain.QuotaDocument;
  sandbox: plain.SandboxDocument;
  completion: plain.CompletionDocument;
}

/** What is rehearsed is a command of its own: `rehearse orders backfill`. */
type FailedAs<Name extends string> = Name extends 'rehearse' ? string : Name;

/** Everything a command prints with `--json`, by its name. The schemas of the package are made of it. */
export type Documents = {
  readonly [Name in keyof WithFigures]: WithFigures[Name] | UsageError;
} & {
  readonly [Name in keyof WithoutFigures]:
    WithoutFigures[Name] | Failed<FailedAs<Name>> | UsageError;
};

/** A document before it is printed: without its version, its failure still in parts. */
type Raw<Document> = Document extends { readonly stoppedBy: unknown }
  ? Omit<Document, Printed | 'stoppedBy'> & {
      readonly command: string;
      readonly stoppedBy: Document['stoppedBy'] | FailureParts;
    }
  : Omit<Document, Printed> & { readonly command: string };

/** Jobs know their names as texts. */
type Printed = 'schemaVersion' | 'command';

/** What a command makes of its report. */
export type DocumentOf<Name extends keyof Documents> = Raw<(WithFigures & WithoutFigures)[Name]>;
