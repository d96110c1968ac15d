/** A rule that acts on events. How the API spells it is not documented: the sandbox shows what it was given. */
export type SyncRule = Readonly<Record<string, unknown>>;

/** A new company has none. */
export class SyncRuleStore {
  all: readonly SyncRule[] = [];
}
