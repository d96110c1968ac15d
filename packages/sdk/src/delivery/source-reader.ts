import { turn } from 'sequenzy-contract';
import { SequenzySourceError } from '../errors/source-error.ts';
import { requireIterable } from './require-iterable.ts';

export type Source = Iterable<unknown> | AsyncIterable<unknown>;

type AnyIterator = Iterator<unknown> | AsyncIterator<unknown>;
type Next = IteratorResult<unknown> | 'aborted';

/** Reads a source, one record at a time and only when asked to, until the signal: even a source that hangs is left then. */
export class SourceReader {
  readonly #iterator: AnyIterator;
  readonly #signal: AbortSignal;
  readonly #onAbort = (): void => {
    this.#interrupt?.();
  };
  /** Ends the wait for the next record. One listener serves them all, because there may be millions. */
  #interrupt: (() => void) | undefined;
  #state: 'open' | 'hanging' | 'done' = 'open';

  /** @throws {SequenzySourceError} when the source cannot be read at all. */
  constructor(source: Source, signal: AbortSignal) {
    this.#iterator = iteratorOf(source);
    this.#signal = signal;
    signal.addEventListener('abort', this.#onAbort);
  }

  /**
   * A promise only where the source gives one, or the event loop is due for a turn. Rejects or throws with a
   * SequenzySourceError when the source fails.
   */
  next(): Next | Promise<Next> {
    const due = turn();
    return due === undefined ? this.#ask() : due.then(() => this.#ask());
  }

  #ask(): Next | Promise<Next> {
    if (this.#signal.aborted) return 'aborted';
    try {
      const next = this.#iterator.next();
      return 'then' in next ? this.#orAborted(next) : this.#noted(next);
    } catch (cause) {
      throw sourceError(cause);
    }
  }

  /** Lets go of the source, and waits until it has closed what it holds; one that hangs would never let go. */
  async close(): Promise<void> {
    this.#signal.removeEventListener('abort', this.#onAbort);
    if (this.#state === 'done') return;
    const closed = closeQuietly(this.#iterator);
    if (this.#state === 'open') await closed;
  }

  #orAborted(next: Promise<IteratorResult<unknown>>): Promise<Next> {
    return new Promise((resolve, reject) => {
      this.#interrupt = () => {
        this.#state = 'hanging';
        resolve('aborted');
      };
      next.then(
        (result) => {
          resolve(this.#noted(result));
        },
        (cause: unknown) => {
          reject(sourceError(cause));
        },
      );
    });
  }

  #noted(result: IteratorResult<unknown>): IteratorResult<unknown> {
    this.#interrupt = undefined;
    if (result.done === true) this.#state = 'done';
    return result;
  }
}

function iteratorOf(source: Source): AnyIterator {
  requireIterable(source);
  try {
    return Symbol.asyncIterator in source
      ? source[Symbol.asyncIterator]()
      : source[Symbol.iterator]();
  } catch (cause) {
    throw sourceError(cause);
  }
}

/** What goes wrong while a source is left changes nothing any more. */
async function closeQuietly(iterator: AnyIterator): Promise<void> {
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
