import { createReadStream } from 'node:fs';
import type { TextFile } from '../../input/text-file.ts';
import { LineWriter } from '../../spool/lines.ts';
import type { Workspace } from '../../spool/workspace.ts';
import { FeedParser, type Feed } from './feed-parser.ts';
import { declaredEncoding, declaredName } from '../../input/encoding.ts';
import { SourceError } from '../../faults/source-error.ts';

/** Stands behind the line of an element that is too large. */
export const largeMark = '!';

/** An XML text as a table. */
export interface Flattened {
  /** A CSV text without header; each row begins with the physical line of its element, then come the columns. */
  readonly text: TextFile;
  /** Column names, in the order in which they first appeared. */
  readonly names: readonly string[];
}

/** Whether a text is XML, by its first character. */
export function isXml(head: string): boolean {
  return /^\s*</.test(head);
}

/**
 * Turns the elements of an XML text that stand for rows into rows. Each of their children is a column under its local
 * name; children that have elements inside are left out, repeated ones are joined by commas.
 *
 * @param elements Local names of the elements that are rows.
 * @param isDeep Whether elements inside children are columns, too, by their path: `offer price`.
 * @throws {SourceError} The text is not well-formed XML.
 */
export async function flattenXml(
  text: TextFile,
  elements: readonly string[],
  workspace: Workspace,
  isDeep = false,
): Promise<Flattened> {
  refuseForeignEncoding(text);
  const path = workspace.newFile('table');
  const writer = await LineWriter.create(path);
  const names: string[] = [];
  const columns = new Map<string, number>();
  const take = ({ line, cells, isTooLarge }: Feed): void => {
    const row: string[] = [isTooLarge ? `${String(line)}${largeMark}` : String(line)];
    for (const [name, cell] of cells) row[columnOf(name) + 1] = cell;
    writer.add(csvLine(row));
  };
  const parser = new FeedParser(text.name, new Set(elements), take, { isDeep });
  try {
    const chunks = createReadStream(text.path, { start: text.start, encoding: 'utf8' });
    // An encoding is set, so the chunks are strings.
    for await (const chunk of chunks as AsyncIterable<string>) {
      parser.write(chunk);
      await writer.drain();
    }
    parser.close();
  } finally {
    await writer.close();
  }
  return { text: { ...text, path, start: 0, head: '\n' }, names };

  function columnOf(name: string): number {
    const known = columns.get(name);
    if (known !== undefined) return known;
    columns.set(name, names.length);
    return names.push(name) - 1;
  }
}

/** Line ends inside a cell stay what they are, so everything is quoted. */
function csvLine(cells: readonly (string | undefined)[]): string {
  return Array.from(cells, (cell = '') => `"${cell.replaceAll('"', '""')}"`).join(',');
}

/** A text that says its encoding was read by it, unless nobody knows that one. */
function refuseForeignEncoding({ head, encoding, name }: TextFile): void {
  const declared = declaredName(head);
  if (encoding.startsWith('utf-') || declared === undefined) return;
  if (declaredEncoding(head) !== undefined) return;
  throw new SourceError(`the text says it is ${declared}, which is not read`, {
    code: 'damaged',
    file: name,
    line: 1,
    value: declared,
    nextStep: 'Save it as UTF-8.',
  });
}
