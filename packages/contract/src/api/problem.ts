import { anything, boolean, object, reply, string, type Reader } from '../values/reader.ts';

const named = object({ code: string, message: string });

/** A sentence, or an object with one. */
const error: Reader<string | NonNullable<ReturnType<typeof named>>> = (value) =>
  string(value) ?? named(value);

/**
 * The body of an error. `error` is a sentence or `{ code, message }`; newer endpoints add the other fields at the top.
 * A body may also be plain text, HTML or empty, so nothing here is certain to be there.
 *
 * Source: the vendor's PHP SDK (AgentFriendlyError) and its reference pages.
 */
export const readProblem = reply(
  object({
    success: boolean,
    error,
    code: string,
    title: string,
    description: string,
    resolution: string,
    howToFix: string,
    docsUrl: string,
    details: anything,
  }),
);

export type Problem = ReturnType<typeof readProblem>;
