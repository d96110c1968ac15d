import { SequenzySourceError } from '../errors.ts';

export type Source = Iterable<unknown> | AsyncIterable<unknown>;

/**
 * The source's records, one at a time and only when asked for, until the signal: even a source that hangs is left then.
 *
 * @throws {SequenzySourceError} when the source itself throws.
 */
export async function* take(source: Source, signal: AbortSignal): AsyncGenerator {
  const iterator =
    Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  try {
    while (!signal.aborted) {
      const next = await nextOrAbort(iterator, signal);
      if (next === 'aborted' || next.done === true) return;
      yield next.value;
    }
  } finally {
    // Not awaited: a source that hangs would never let go.
    Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}

type AnyIterator = Iterator<unknown> | AsyncIterator<unknown>;
type Next = IteratorResult<unknown> | 'aborted';

async function nextOrAbort(iterator: AnyIterator, signal: AbortSignal): Promise<Next> {
  let stop: (() => void) | undefined;
  try {
    const next = iterator.next();
    if (!('then' in next)) return next;
    const aborted = new Promise<'aborted'>((resolve) => {
      stop = () => {
        resolve('aborted');
      };
      signal.addEventListener('abort', stop);
    });
    return await Promise.race([next, aborted]);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SequenzySourceError('source', `The input could not be read: ${reason}`, { cause });
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop);
  }
}
