import { SequenzySourceError } from '../errors.ts';

export type Source = Iterable<unknown> | AsyncIterable<unknown>;

/**
 * The source's records, one at a time and only when asked for, until the signal: even a source that hangs is left then.
 *
 * @throws {SequenzySourceError} when the source itself throws.
 */
export async function* take(source: Source, signal: AbortSignal): AsyncGenerator {
  const iterator = iteratorOf(source);
  let state: 'open' | 'hanging' | 'done' = 'open';
  try {
    while (!signal.aborted) {
      const next = await nextOrAbort(iterator, signal);
      state = next === 'aborted' ? 'hanging' : next.done === true ? 'done' : 'open';
      if (next === 'aborted' || next.done === true) return;
      yield next.value;
    }
  } finally {
    const closed = state === 'done' ? undefined : close(iterator);
    // One that hangs would never let go.
    if (state === 'open') await closed;
  }
}

function iteratorOf(source: Source): AnyIterator {
  try {
    return Symbol.asyncIterator in source
      ? source[Symbol.asyncIterator]()
      : source[Symbol.iterator]();
  } catch (cause) {
    throw sourceError(cause);
  }
}

/** What goes wrong while a source is left changes nothing any more. */
async function close(iterator: AnyIterator): Promise<void> {
  try {
    await iterator.return?.();
  } catch {
    // left all the same
  }
}

function sourceError(cause: unknown): SequenzySourceError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SequenzySourceError('source', `The input could not be read: ${reason}`, { cause });
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
    throw sourceError(cause);
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop);
  }
}
