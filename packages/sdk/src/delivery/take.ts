import { SourceReader, type Source } from './source-reader.ts';

/**
 * The source's records for a loop, until the signal.
 *
 * @throws {SequenzySourceError} when the source itself throws.
 */
export async function* take(source: Source, signal: AbortSignal): AsyncGenerator {
  const reader = new SourceReader(source, signal);
  try {
    for (;;) {
      const next = await reader.next();
      if (next === 'aborted' || next.done === true) return;
      yield next.value;
    }
  } finally {
    await reader.close();
  }
}
