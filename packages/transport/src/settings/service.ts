import type { Fault, NamedAddress } from 'sequenzy-contract';
import type { RateLimit } from '../pacing/rate-limiter.ts';

/** What is one API's own: all that its client tells the transport. */
export interface Service {
  /** Name and version of the client, as `user-agent` says it. */
  readonly userAgent: string;
  readonly environment: {
    /** Name of the variable. */
    readonly apiKey: string;
    /** Finds the address among the variables, which it reads by name. */
    readonly baseUrl: (read: (variable: string) => string | undefined) => NamedAddress;
    /** Name of the variable that says how much is logged. Default: none does. */
    readonly logLevel?: string;
  };
  /** Where the API is when nobody says otherwise. */
  readonly defaultUrl: string;
  /** Takes a base URL, without a slash at its end, apart. */
  readonly locate: (baseUrl: string) => Location;
  /** Headers of every request, the one with the key among them. */
  readonly headers: (apiKey: string) => Readonly<Record<string, string>>;
  /** What the API allows. */
  readonly rateLimit: Required<RateLimit>;
  readonly replies: Replies;
  /** What is wrong with options only this client has. */
  readonly faults?: readonly Fault[];
}

export interface Location {
  /** Origin, and what comes before {@link apiPath}, without a slash at the end. */
  readonly baseUrl: string;
  /** What every path begins with, such as `/api/v1`; may be empty. */
  readonly apiPath: string;
}

/** How an API words its answers. */
export interface Replies {
  /** Whether a body that came with a 2xx is a refusal all the same. */
  readonly refuses: (json: unknown) => boolean;
  /** Whether a refusal that came with a 2xx may pass when the same request comes again. Default: none does. */
  readonly passes?: (json: unknown) => boolean;
  /** What the body of an error says, whatever its form. */
  readonly problemIn: (json: unknown) => Problem;
  /** Whether a 409 may pass when the same request comes again. */
  readonly conflictPasses: boolean;
}

/** What the server says about an error. */
export interface Problem {
  /** Its sentence. */
  readonly message?: string | undefined;
  /** Its advice. */
  readonly resolution?: string | undefined;
  /** Whether the body has the form that only this API gives its errors. Default: where it has a sentence. */
  readonly isOwn?: boolean | undefined;
  /** Scopes the key lacks, such as `products:write`. */
  readonly missingScopes?: readonly string[] | undefined;
  /** Whatever else it gave, as it came. */
  readonly details?: unknown;
}
