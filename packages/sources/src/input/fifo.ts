import { constants, open } from 'node:fs';
import { Socket } from 'node:net';
import { addAbortSignal } from 'node:stream';
import { promisify } from 'node:util';

/**
 * Opens a named pipe without waiting for its writer: a thread that waits in `open` cannot be interrupted, and would
 * keep the process from ending. The writer, and what it writes, are waited for afterwards, until the signal.
 */
export async function openFifo(
  path: string,
  signal: AbortSignal | undefined,
): Promise<AsyncIterable<Uint8Array>> {
  const fd = await promisify(open)(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const pipe = new Socket({ fd, readable: true, writable: false });
  return signal === undefined ? pipe : addAbortSignal(signal, pipe);
}
