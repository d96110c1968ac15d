import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { SourceError } from '../faults/source-error.ts';
import { errorCode } from '../faults/error-code.ts';

/** Unpacks gzip where the first bytes say that it is gzip; anything else passes as it is. The name plays no part. */
export async function* gunzipped(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  const { head, rest } = await headOf(iterator);
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    if (head.length > 0) yield head;
    yield* rest;
    return;
  }
  const packed = Readable.from(joined(head, rest), { objectMode: false });
  const unpacked = createGunzip({ chunkSize: 256 * 1024 });
  packed.on('error', (error) => unpacked.destroy(error));
  try {
    yield* packed.pipe(unpacked) as AsyncIterable<Uint8Array>; // a gunzip stream gives Buffers
  } catch (error) {
    throw error instanceof SourceError ? error : damaged(file, error);
  } finally {
    packed.destroy();
  }
}

/** At least the two magic bytes, wherever the first chunk ends. */
async function headOf(
  iterator: AsyncIterator<Uint8Array>,
): Promise<{ head: Uint8Array; rest: AsyncIterable<Uint8Array> }> {
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < 2) {
    const next = await iterator.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return { head, rest: { [Symbol.asyncIterator]: () => iterator } };
}

async function* joined(
  head: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield head;
  yield* rest;
}

function damaged(file: string, cause: unknown): SourceError {
  const cut = errorCode(cause) === 'Z_BUF_ERROR';
  return new SourceError(
    cut ? 'the gzip file is cut off before its end' : 'the gzip file is damaged',
    { code: 'damaged', file, nextStep: 'Download or export it again.', cause },
  );
}
