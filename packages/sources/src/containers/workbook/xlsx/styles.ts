import type { Archive } from '../archive.ts';
import { builtInFormats, numberFormatOf, type NumberFormat } from '../number-format.ts';
import { readXml } from '../xml.ts';

/** The number format of each style that cells name; a style without one is a plain number. */
export type CellFormats = readonly (NumberFormat | undefined)[];

/** @param part Undefined: the workbook has no styles. */
export async function cellFormats(
  archive: Archive,
  part: string | undefined,
  file: string,
): Promise<CellFormats> {
  const own = new Map<string, NumberFormat>();
  const formats: (NumberFormat | undefined)[] = [];
  let isOfCells = false;
  if (part === undefined) return formats;
  await readXml(
    archive.bytes(part),
    {
      open(name, { numFmtId: id = '', formatCode = '' }) {
        if (name === 'numFmt') own.set(id, numberFormatOf(formatCode));
        if (name === 'cellXfs') isOfCells = true;
        if (name === 'xf' && isOfCells) formats.push(own.get(id) ?? builtInFormats[Number(id)]);
      },
      close(name) {
        if (name === 'cellXfs') isOfCells = false;
      },
    },
    { file },
  );
  return formats;
}
