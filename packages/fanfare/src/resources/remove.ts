import { SequenzyNotFoundError, type Transport, type TransportCall } from 'sequenzy-transport';

/** Removes something. Gone on the second try, after the first answer was lost, is removed. */
export async function remove(
  transport: Transport,
  call: Pick<TransportCall, 'path' | 'signal'>,
): Promise<void> {
  try {
    await transport({ ...call, method: 'DELETE', replayable: true });
  } catch (error) {
    if (!(error instanceof SequenzyNotFoundError && error.ambiguous)) throw error;
  }
}
