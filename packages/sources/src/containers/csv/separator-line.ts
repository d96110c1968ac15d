import { SourceError } from '../../faults/source-error.ts';
import { textFromLine, type TextFile } from '../../input/text-file.ts';
import { delimiterNamed, detectDelimiter, type Delimiter } from './delimiter.ts';

/** `sep=;`, by which a file tells Excel what separates its cells. Excel itself adds quotes and empty cells when it saves. */
const line = /^"?sep=(\\t|[^"\r\n])"?[,;\t| ]*(\r\n|\n|\r|$)/i;

/** A CSV text from its columns on, and what separates its cells. */
export interface DelimitedText {
  readonly text: TextFile;
  readonly delimiter: Delimiter;
}

/** What separates the cells of a text, by its columns and rows. That of a sheet is ours. */
export function delimiterOf({ head, sheet }: TextFile): Delimiter {
  return sheet === undefined ? detectDelimiter(head) : ',';
}

/**
 * Finds what separates the cells of a text: what its first line says, else what its columns and rows have in common.
 *
 * @throws {SourceError} The first line names something that is not supported.
 */
export async function delimitedText(text: TextFile): Promise<DelimitedText> {
  const [whole, named = ''] = line.exec(text.head) ?? [];
  if (text.sheet !== undefined || whole === undefined) {
    return { text, delimiter: delimiterOf(text) };
  }
  const delimiter = delimiterNamed(named === String.raw`\t` ? '\t' : named);
  if (delimiter === undefined) {
    throw new SourceError(`the first line says that "${named}" separates the cells`, {
      code: 'unknown-format',
      file: text.name,
      line: text.line,
      nextStep: 'Export it with commas, semicolons or tabs between them.',
    });
  }
  const start = text.start + Buffer.byteLength(whole);
  return { text: await textFromLine(text, text.line + 1, start), delimiter };
}
