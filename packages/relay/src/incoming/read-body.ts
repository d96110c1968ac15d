/** The body of a request, byte by byte; `too large` where it has more than so many. */
export async function readBody(
  request: Request,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | 'too large'> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return 'too large';
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (request.body !== null) {
    const stream: ReadableStream<Uint8Array> = request.body;
    const reader = stream.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length;
      if (length > most) {
        void reader.cancel().catch(() => undefined); // nobody waits for it
        return 'too large';
      }
      chunks.push(next.value);
    }
  }
  const body = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}
