import { SequenzyError } from 'sequenzy-commerce';

/** What was found of one thing that the documentation leaves open and this project assumes. */
export interface Finding {
  readonly assumption: string;
  readonly status: 'holds' | 'differs' | 'unknown';
  /** What the API said; never anything personal. */
  readonly found: string;
}

export function holdsIf(isSo: boolean, assumption: string, found: string): Finding {
  return { assumption, status: isSo ? 'holds' : 'differs', found };
}

export function unknownOf(assumption: string, found: string): Finding {
  return { assumption, status: 'unknown', found };
}

/** What the API does not answer stays open. */
export async function orUnknown(
  assumption: string,
  test: () => Promise<Finding>,
  signal: AbortSignal,
): Promise<Finding> {
  try {
    return await test();
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof SequenzyError)) throw error;
    const { status, code } = error;
    return unknownOf(assumption, status === undefined ? code : `HTTP ${String(status)}`);
  }
}
