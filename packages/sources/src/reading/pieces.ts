import { readSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { lineEndOf } from '../containers/csv/line-end.ts';
import { maxRecordSize, parseRows, readRows } from '../containers/csv/parse.ts';
import type { CsvRow } from '../containers/csv/place.ts';
import { parseJson } from '../containers/json/parse.ts';
import { maxDocumentSize } from '../containers/json/document.ts';
import type { Fragment } from '../spool/fragments.ts';
import type { Documents } from '../documents/document.ts';
import { Row } from '../table/row.ts';
import { asWritten } from './as-written.ts';
import { documentsOf } from './documents-of.ts';
import { isMade, type Input, type TableInput } from './inputs.ts';
import { rowOf } from './rows-of.ts';

/** Reads pieces of the inputs again, wherever they stand. */
export class Pieces {
  readonly #inputs: readonly Input[];
  readonly #handles = new Map<number, Promise<FileHandle>>();

  constructor(inputs: readonly Input[]) {
    this.#inputs = inputs;
  }

  input(piece: Fragment): Input {
    const input = this.#inputs[piece.file];
    if (input === undefined) throw new RangeError(`no input ${String(piece.file)}`);
    return input;
  }

  /** The rows of a piece of a table. */
  async rows(piece: Fragment): Promise<Row[]> {
    const input = this.input(piece);
    if (input.kind !== 'table') throw new TypeError(`${input.text.name} is not a table`);
    return (await this.#parsed(piece, input)).map((row) => rowOf(row, input));
  }

  /** The rows of a piece of a table as they are to be written elsewhere. */
  async writtenRows(piece: Fragment): Promise<Row[]> {
    const input = this.input(piece);
    if (input.kind !== 'table') throw new TypeError(`${input.text.name} is not a table`);
    const { delimiter } = input;
    const bytes = isLarge(piece) ? undefined : await this.#bytes(piece);
    return (await this.#parsed(piece, input)).map((parsed) => {
      const row = rowOf(parsed, input);
      const text = (): string | undefined =>
        isMade(input) ? undefined : bytes?.toString('utf8', parsed.start, parsed.end);
      return new Row(asWritten(row.cells, text, delimiter), row.line, row.layout);
    });
  }

  /** The documents of a piece of a JSON text. */
  async documents(piece: Fragment): Promise<Documents> {
    const input = this.input(piece);
    if (input.kind !== 'document') throw new TypeError(`${input.text.name} is a table`);
    return documentsOf(parseJson(await this.text(piece)), piece.line, input);
  }

  /** The text of a document; an empty one stands for a document that is too large to be read. */
  async text(piece: Fragment): Promise<string> {
    return piece.end - piece.start > maxDocumentSize ? '{}' : (await this.#bytes(piece)).toString();
  }

  async close(): Promise<void> {
    const handles = await Promise.all(this.#handles.values());
    this.#handles.clear();
    for (const handle of handles) await handle.close();
  }

  /** A piece above the limit is read as it was before, so that its large rows are passed over. */
  async #parsed(piece: Fragment, { text, delimiter }: TableInput): Promise<CsvRow[]> {
    const { start, end, line } = piece;
    if (!isLarge(piece)) {
      return parseRows(await this.#bytes(piece), {
        delimiter,
        line,
        lineEnd: await lineEndOf(text),
        isSheet: text.sheet !== undefined,
      });
    }
    const rows: CsvRow[] = [];
    for await (const batch of readRows({ ...text, start, line }, delimiter)) {
      rows.push(...batch.filter((row) => row.end <= end));
      if (batch.some((row) => row.end >= end)) break;
    }
    return rows;
  }

  async #bytes({ file, start, end }: Fragment): Promise<Buffer> {
    const { fd } = await this.#open(file);
    const buffer = Buffer.alloc(end - start);
    // A few hundred bytes of a file that was just written: waiting for a thread would take ten times as long.
    readSync(fd, buffer, 0, buffer.length, start);
    return buffer;
  }

  #open(file: number): Promise<FileHandle> {
    const known = this.#handles.get(file);
    if (known !== undefined) return known;
    const handle = open(this.#inputs[file]?.text.path ?? '');
    this.#handles.set(file, handle);
    return handle;
  }
}

function isLarge({ start, end }: Fragment): boolean {
  return end - start > maxRecordSize;
}
