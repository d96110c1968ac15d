/** `late`: its last success is too old; `failing`: its last run has failed. */
export type FeedState = 'ok' | 'running' | 'late' | 'failing' | 'never';

export interface FeedStatus {
  readonly name: string;
  readonly state: FeedState;
  /** Of the last run; null: there was none. */
  readonly lastAt: string | null;
  readonly lastSuccessAt: string | null;
  readonly exitCode: number | null;
  /** Why the last run has failed; null where it has not. */
  readonly reason: string | null;
  readonly records: Readonly<Record<string, number>>;
  readonly restocks: number;
  readonly durationMs: number | null;
}
