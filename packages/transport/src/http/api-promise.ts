import { requestIdOf } from '../errors/request-id.ts';
import type { Answer } from './answer.ts';

/** What a call gives, and the answer it was read from. */
export interface WithResponse<Data> {
  readonly data: Data;
  /** Status, headers and text, as they came. */
  readonly response: Answer;
  /** How the server calls the request, by whichever of the usual headers it sends. */
  readonly requestId: string | undefined;
}

/** The promise of a single call. */
export interface ApiPromise<Data> extends Promise<Data> {
  /**
   * The answer besides.
   *
   * @example
   * const { data, response, requestId } = await sequenzy.orders.push(order).withResponse();
   * console.log(data.jobId, response.headers.get('x-ratelimit-remaining'), requestId);
   */
  withResponse(): Promise<WithResponse<Data>>;
}

/** Promises what a call makes of its answer. */
export function promised<Data>(
  call: () => Promise<{ readonly data: Data; readonly response: Answer }>,
): ApiPromise<Data> {
  const done = call();
  const data = done.then((both) => both.data);
  return Object.assign(data, {
    async withResponse() {
      data.catch(() => undefined); // whoever asks for both is told by both
      const both = await done;
      return { ...both, requestId: requestIdOf(both.response.headers) };
    },
  });
}
