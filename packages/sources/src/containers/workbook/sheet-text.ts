import { rm, stat } from 'node:fs/promises';
import { textAt, type PackedFile, type TextFile } from '../../input/text-file.ts';
import type { Decimal } from '../../money/amount.ts';
import type { Workspace } from '../../spool/workspace.ts';
import { Archive } from './archive.ts';
import { openOds } from './ods/open.ts';
import { noWorkbook } from './refusals.ts';
import { remarksOn } from './remarks.ts';
import { chosenSheet } from './sheet-choice.ts';
import { SheetTable } from './sheet-table.ts';
import type { Workbook } from './workbook.ts';
import { openXlsx } from './xlsx/open.ts';

export interface SheetOptions {
  /** Name, or number from 1. Default: the only sheet, or the first one with something in it. */
  readonly sheet?: string | undefined;
  /** Separator of the decimals of numbers in the text. Default a point. */
  readonly decimal?: Decimal | undefined;
  readonly workspace: Workspace;
  readonly signal: AbortSignal | undefined;
}

/**
 * One sheet of a workbook as a CSV text whose line n is row n. The workbook is removed from the workspace.
 *
 * @throws {SourceError} It is not a workbook, or has no such sheet.
 */
export async function sheetText(packed: PackedFile, options: SheetOptions): Promise<TextFile> {
  const { name: file, path } = packed;
  const archive = await Archive.open(path, file);
  try {
    const workbook = await openWorkbook(archive, file, options);
    try {
      return await writtenSheet(workbook, packed, options);
    } finally {
      workbook.close();
    }
  } finally {
    archive.close();
    await rm(path);
  }
}

/** What a file is, its parts say. */
async function openWorkbook(
  archive: Archive,
  file: string,
  { workspace, decimal = '.' }: SheetOptions,
): Promise<Workbook> {
  const type = archive.has('mimetype') ? await archive.text('mimetype') : '';
  if (type.startsWith('application/vnd.oasis.opendocument.spreadsheet')) {
    return openOds(archive, file, decimal);
  }
  const isExcel =
    archive.has('_rels/.rels') &&
    archive.names.some((name) => /\bworksheets\/[^/]+\.xml$/.test(name));
  if (isExcel) return openXlsx(archive, file, { workspace, decimal });
  throw noWorkbook(archive.names, file);
}

async function writtenSheet(
  workbook: Workbook,
  { name: file, path, remarks = [] }: PackedFile,
  { sheet, workspace, signal }: SheetOptions,
): Promise<TextFile> {
  const choice = await chosenSheet(workbook, sheet, file);
  const text = workspace.newFile('sheet');
  const table = await SheetTable.create(text, file, (await stat(path)).size);
  try {
    await workbook.read(choice.index, table, async () => {
      signal?.throwIfAborted();
      await table.drain();
      return undefined;
    });
  } finally {
    await table.close();
  }
  const notes = remarksOn(table.notes, `the sheet "${choice.name}" of ${file}`);
  return {
    ...(await textAt(text, file)),
    sheet: choice.name,
    remarks: [...remarks, ...choice.remarks, ...notes],
  };
}
