import { Tokenizer, TokenParser } from '@streamparser/json';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { SourceError } from '../../faults/source-error.ts';
import type { TextFile } from '../../input/text-file.ts';
import { maxDocumentSize, type JsonDocument } from './document.ts';
import { ElementTracker, type MemberListener } from './element-tracker.ts';
import { onlyInside, type Envelopes } from './envelopes.ts';
import { jsonError, tooLarge } from './json-error.ts';
import { exactNumber, parseJson } from './parse.ts';

const newline = 0x0a;

/** The elements of a JSON array or of one in an envelope, however it is laid out; else the only document. */
export async function* readJsonStream(
  file: TextFile,
  envelopes: Envelopes,
  onMember?: MemberListener,
): AsyncGenerator<JsonDocument[]> {
  const wrapped = file.head.trimStart().startsWith('{');
  const tracker = new ElementTracker(envelopes, file.start, onMember);
  const paths = wrapped
    ? [...envelopes.lists, ...envelopes.keyed].map((path) => `$.${path}.*`)
    : ['$.*'];
  const parser = new TokenParser({ paths, keepStack: false });
  const tokenizer = new ExactTokenizer();
  parser.onValue = ({ value }) => {
    tracker.complete(value);
  };
  tokenizer.onToken = (token) => {
    tracker.see(token);
    parser.write(token);
  };
  const bytes = createReadStream(file.path, { start: file.start, highWaterMark: 256 * 1024 });
  let read = 0;
  try {
    // No encoding is set, so the chunks are Buffers.
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      for (const piece of linesOf(chunk)) {
        tokenizer.write(piece);
        if (piece.at(-1) === newline) tracker.line += 1;
      }
      read += chunk.length;
      const large = tracker.largerThan(maxDocumentSize, read);
      if (large !== undefined) throw tooLarge(file.name, large);
      yield tracker.take();
    }
    if (!tokenizer.isEnded) tokenizer.end();
    if (!parser.isEnded) parser.end();
  } catch (error) {
    if (error instanceof SourceError) throw error;
    // Behind an object that is no envelope stands another one: each line is a record, and the first one is too large.
    if (wrapped && !tracker.sawList && read > maxDocumentSize) throw tooLarge(file.name, 1);
    throw jsonError(file.name, tracker.line, error);
  }
  if (wrapped && !tracker.sawList) yield [await onlyDocument(file, envelopes)];
}

class ExactTokenizer extends Tokenizer {
  override parseNumber(written: string): number {
    return exactNumber(written) as number; // the parser behind it takes any value
  }
}

/** Piece by piece with its line end, so that the line is known at every token. */
function* linesOf(chunk: Buffer): Generator<Buffer> {
  let from = 0;
  for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
    yield chunk.subarray(from, end + 1);
    from = end + 1;
  }
  if (from < chunk.length) yield chunk.subarray(from);
}

async function onlyDocument(file: TextFile, envelopes: Envelopes): Promise<JsonDocument> {
  const { size } = await stat(file.path);
  if (size > maxDocumentSize) throw tooLarge(file.name, 1);
  const text = (await readFile(file.path)).subarray(file.start);
  const value = onlyInside(parseJson(text.toString()), envelopes);
  return { value, line: 1, start: file.start, end: size };
}
