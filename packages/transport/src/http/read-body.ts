/** As much of a body as was wanted. */
export interface Body {
  readonly text: string;
  /** Whether nothing was left out. */
  readonly isWhole: boolean;
}

/** Reads at most so many bytes of a body, unpacked, and lets go of the rest: a body may have no end. */
export async function readBody(response: Response, mostBytes: number): Promise<Body> {
  if (response.body === null) return { text: '', isWhole: true };
  const reader = readerOf(response.body);
  const decoder = new TextDecoder();
  let text = '';
  for (let left = mostBytes; ;) {
    const { done, value } = await reader.read();
    if (done === true) return { text: text + decoder.decode(), isWhole: true };
    text += decoder.decode(value.subarray(0, left), { stream: true });
    left -= value.length;
    if (left >= 0) continue;
    // Not awaited: a server that goes on talking need not agree to the end.
    reader.cancel().catch(() => undefined);
    return { text, isWhole: false };
  }
}

interface Reader {
  read(): Promise<IteratorResult<Uint8Array, Uint8Array | undefined>>;
  cancel(): Promise<unknown>;
}

/** The platforms' types do not agree on what a body is made of; fetch has bytes in it, node-fetch in a stream of Node's. */
function readerOf(body: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>): Reader {
  if ('getReader' in body) return body.getReader();
  const iterator = body[Symbol.asyncIterator]();
  return { read: () => iterator.next(), cancel: async () => iterator.return?.() };
}
