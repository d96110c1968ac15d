/** An event a run fires, and how often. */
export type FiredEvents = ReadonlyMap<string, number>;

/** A live automation that starts on what a run fires. */
export interface StartingAutomation {
  readonly kind: 'sequence' | 'sync rule';
  /** Undefined where the API names none. */
  readonly id: string | undefined;
  readonly name: string;
  /** `event_received`; undefined for a rule, or where the API does not say. */
  readonly trigger: string | undefined;
  readonly events: readonly string[];
  /** Events of the run that can start it: each is one person, unless the conditions leave some out. */
  readonly count: number;
  /** Only some of the events pass its conditions. */
  readonly isFiltered: boolean;
}

/** One that no event of the run starts, and that what the run changes may start all the same. */
export interface OtherAutomation {
  readonly name: string;
  /** `segment_entered` */
  readonly trigger: string;
}

/** What a run would start, as far as the API tells. */
export interface Automations {
  readonly starting: readonly StartingAutomation[];
  readonly others: readonly OtherAutomation[];
  /** Live ones whose trigger cannot be read. */
  readonly unjudged: readonly string[];
  /** Lists that could not be read, and why. */
  readonly unread: readonly Unread[];
}

/** How long a run holds what it would start. */
export interface HoldPlan {
  /** Milliseconds at most. */
  readonly maxHold: number;
  /** Milliseconds between the last order and the moment enrolment resumes. */
  readonly resumeAfter: number;
}

export interface Unread {
  readonly list: 'sequences' | 'sync rules';
  readonly reason: string;
  /** The key may not, as opposed to the API not answering. */
  readonly isRefused: boolean;
}
