import type { Decimal } from '../../../money/amount.ts';
import type { Archive } from '../archive.ts';
import { protectedBy } from '../archive.ts';
import type { Sheet, Workbook } from '../workbook.ts';
import { readTables } from './tables.ts';

/**
 * Opens an OpenDocument spreadsheet. All of its sheets stand in one part, which is gone through once to know them.
 *
 * @throws {SourceError} It is damaged, or protected.
 */
export async function openOds(archive: Archive, file: string, decimal: Decimal): Promise<Workbook> {
  const manifest = 'META-INF/manifest.xml';
  if (archive.has(manifest) && (await archive.text(manifest)).includes('encryption-data')) {
    throw protectedBy(file);
  }
  const sheets: (Sheet & { isEmpty: boolean })[] = [];
  await readTables(
    archive,
    {
      begin(name, isHidden) {
        const sheet = { name, isHidden, isEmpty: true };
        sheets.push(sheet);
        return {
          row() {
            sheet.isEmpty = false;
          },
        };
      },
    },
    { file, decimal, between: () => Promise.resolve(undefined) },
  );
  return {
    sheets,
    isEmpty: (index) => Promise.resolve(sheets[index]?.isEmpty ?? true),
    async read(index, taker, between) {
      let begun = -1;
      const begin = (): typeof taker | undefined => {
        begun += 1;
        return begun === index ? taker : undefined;
      };
      await readTables(
        archive,
        { begin },
        { file, decimal, between: async () => (begun > index ? 'stop' : between()) },
      );
    },
    close: () => undefined,
  };
}
