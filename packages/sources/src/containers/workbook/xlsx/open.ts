import type { Decimal } from '../../../money/amount.ts';
import type { Workspace } from '../../../spool/workspace.ts';
import type { Archive } from '../archive.ts';
import type { Workbook } from '../workbook.ts';
import { xlsxParts } from './parts.ts';
import { sharedStrings } from './shared-strings.ts';
import { readSheet, type XlsxValues } from './sheet.ts';
import { cellFormats } from './styles.ts';

/**
 * Opens a workbook of Excel. Macros (`.xlsm`) are a part of their own, which is not looked at.
 *
 * @throws {SourceError} It is damaged.
 */
export async function openXlsx(
  archive: Archive,
  file: string,
  { workspace, decimal }: { readonly workspace: Workspace; readonly decimal: Decimal },
): Promise<Workbook> {
  const { sheets, styles, strings: part, is1904 } = await xlsxParts(archive, file);
  const formats = await cellFormats(archive, styles, file);
  const path = workspace.newFile('strings');
  const strings = await sharedStrings(archive, part, { path, file });
  const values: XlsxValues = { file, formats, strings, is1904, decimal };
  const partOf = (index: number): string => sheets[index]?.part ?? '';
  return {
    sheets,
    async isEmpty(index) {
      let isEmpty = true;
      const taker = {
        row(_: number, cells: readonly (string | undefined)[]) {
          if (cells.some((cell = '') => cell.trim() !== '')) isEmpty = false;
        },
      };
      await readSheet(archive, partOf(index), values, taker, () =>
        Promise.resolve(isEmpty ? undefined : 'stop'),
      );
      return isEmpty;
    },
    read: (index, taker, between) => readSheet(archive, partOf(index), values, taker, between),
    close() {
      strings.close();
    },
  };
}
