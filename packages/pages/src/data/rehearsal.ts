/** What would come of a run, as a rehearsal has shown. */
export interface Rehearsal {
  /** What the company had before. */
  readonly start: Start;
  /** Milliseconds it would take. */
  readonly durationMs: number;
  /** Milliseconds the rehearsal took. */
  readonly rehearsedMs: number;
  readonly requests: {
    readonly sent: number;
    /** Answered with 429. */
    readonly overLimit: number;
    /** Without an answer, or with one that says that something is wrong with the server. */
    readonly failed: number;
  };
  /** How often each event would be fired, by its name. */
  readonly events: Readonly<Record<string, number>>;
  /** Sequences that people would enter, and those that the start has besides. */
  readonly sequences: readonly { readonly name: string; readonly people: number }[];
  /** People who would be mailed that something is back in stock. */
  readonly backInStock: number;
  /** Undefined where nobody's values would change. */
  readonly values?: ValuesOverTime;
}

/** When customers have their final lifetime values. */
export interface ValuesOverTime {
  /** Those whose values change. */
  readonly customers: number;
  /** Milliseconds from the start until half of them have it. */
  readonly halfMs: number;
  readonly allMs: number;
  /** How many have it by then, from none to all. */
  readonly curve: readonly { readonly at: number; readonly customers: number }[];
}

export interface Start {
  readonly from: 'nothing' | 'state' | 'api';
  readonly products: number;
  readonly sequences: number;
  readonly subscribers: number;
}
