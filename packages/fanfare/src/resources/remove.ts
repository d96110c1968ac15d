import { type Transport, type TransportCall } from 'sequenzy-transport';
import { FanfareNotFoundError } from '../errors/errors.ts';

/** Removes something. Gone on the second try, after the first answer was lost, is removed. */
export async function remove(
  transport: Transport,
  call: Pick<TransportCall, 'path' | 'signal'>,
): Promise<void> {
  try {
    await transport({ ...call, method: 'DELETE', replayable: true });
  } catch (error) {
    if (!(error instanceof FanfareNotFoundError && error.ambiguous)) throw error;
  }
}
