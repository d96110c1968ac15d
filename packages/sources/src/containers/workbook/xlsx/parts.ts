import type { Archive } from '../archive.ts';
import { damaged } from '../archive.ts';
import { readXml, type Attributes } from '../xml.ts';

/** One sheet of a workbook. */
export interface XlsxSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Name of its part. */
  readonly part: string;
}

/** Where the parts of a workbook stand. */
export interface XlsxParts {
  /** Those that hold cells, in the order of their tabs. */
  readonly sheets: readonly XlsxSheet[];
  readonly styles: string | undefined;
  readonly strings: string | undefined;
  /** Whether day 0 is 1 January 1904. */
  readonly is1904: boolean;
}

interface Relation {
  /** The last word of its type: `worksheet`. */
  readonly type: string;
  readonly part: string;
}

/** @throws {SourceError} It is damaged. */
export async function xlsxParts(archive: Archive, file: string): Promise<XlsxParts> {
  const top = await relations(archive, '', file);
  const workbook = [...top.values()].find(({ type }) => type === 'officeDocument')?.part;
  if (workbook === undefined) throw damaged(file, 'it does not say which part is the workbook');
  const related = await relations(archive, workbook, file);
  const named = (type: string): string | undefined =>
    [...related.values()].find((one) => one.type === type && archive.has(one.part))?.part;
  const sheets: XlsxSheet[] = [];
  let is1904 = false;
  await readXml(
    archive.bytes(workbook),
    {
      open(name, attributes) {
        if (name === 'workbookPr') is1904 = isTrue(attributes['date1904']);
        if (name !== 'sheet') return;
        const relation = related.get(relationId(attributes));
        if (relation?.type !== 'worksheet') return; // a chart, or macros
        const { name: own = '', state = 'visible' } = attributes;
        sheets.push({ name: own, isHidden: state !== 'visible', part: relation.part });
      },
      close: () => undefined,
    },
    { file },
  );
  return { sheets, styles: named('styles'), strings: named('sharedStrings'), is1904 };
}

/** Id -> what a part refers to. */
async function relations(
  archive: Archive,
  part: string,
  file: string,
): Promise<Map<string, Relation>> {
  const at = part.lastIndexOf('/') + 1;
  const [folder, name] = [part.slice(0, at), part.slice(at)];
  const found = new Map<string, Relation>();
  await readXml(
    archive.bytes(`${folder}_rels/${name}.rels`),
    {
      open(element, { Id = '', Type = '', Target = '' }) {
        if (element !== 'Relationship') return;
        const { pathname } = new URL(Target, `zip:/${folder}`);
        found.set(Id, {
          type: Type.slice(Type.lastIndexOf('/') + 1),
          part: decodeURIComponent(pathname.slice(1)),
        });
      },
      close: () => undefined,
    },
    { file },
  );
  return found;
}

/** The prefix is the file's own. */
function relationId(attributes: Attributes): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'));
  return attributes[key ?? ''] ?? '';
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
