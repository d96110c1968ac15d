import { SourceError } from '../faults/source-error.ts';
import type { TextFile } from '../input/text-file.ts';
import type { Layout } from '../table/header.ts';
import { cellName } from '../text/cell-name.ts';

/** A place in an input, its column by name. */
interface Place {
  readonly file: string;
  /** Of a sheet: its row. */
  readonly line: number;
  readonly column?: string | undefined;
}

/** An input whose columns may be known already. */
interface PlacedInput {
  readonly text: Pick<TextFile, 'name' | 'sheet'>;
  readonly layout?: Pick<Layout, 'names'>;
}

/** Finds the cells of the workbooks among some inputs. */
export class SheetPlaces {
  readonly #sheets = new Map<string, { readonly sheet: string; readonly columns: string[] }>();

  constructor(inputs: readonly PlacedInput[]) {
    for (const { text, layout } of inputs) {
      if (text.sheet === undefined) continue;
      const columns = layout?.names.map((name) => name.trim()) ?? [];
      this.#sheets.set(text.name, { sheet: text.sheet, columns });
    }
  }

  /** `Sheet1!C7`, of a whole row `Sheet1!7:7`; nothing where the file is not a workbook. */
  cellAt({ file, line, column }: Place): { readonly cell?: string } {
    const found = this.#sheets.get(file);
    if (found === undefined) return {};
    const at = column === undefined ? -1 : found.columns.indexOf(column);
    return { cell: cellName({ sheet: found.sheet, row: line, column: at < 0 ? undefined : at }) };
  }

  /** Does what may refuse an input, which is then said with its cell. */
  async around<Made>(work: () => Promise<Made>): Promise<Made> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      const { file, line, column } = error;
      if (file === undefined || line === undefined) throw error;
      const { cell } = this.cellAt({ file, line, column });
      throw cell === undefined ? error : error.at(cell);
    }
  }
}
