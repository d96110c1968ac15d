import type { Documents, InputDocument } from '../../../documents/document.ts';
import type { MappedOrder } from '../source.ts';
import { oneOf } from '../order-versions.ts';

/**
 * Maps an order whose documents stand in several files. A file that has the order itself holds a version of it; what
 * another file has besides belongs to the version before.
 */
export function mapDocumentVersions(
  documents: Documents,
  isOrder: (document: InputDocument) => boolean,
  map: (documents: Documents) => MappedOrder,
): MappedOrder {
  const files = [...new Set(documents.map(({ file }) => file))];
  const parts = files.map((name) => documents.filter(({ file }) => file === name));
  const versions: InputDocument[][] = [];
  for (const part of parts) {
    const last = versions.at(-1);
    const begins = last === undefined || (last.some(isOrder) && part.some(isOrder));
    if (begins) versions.push(part);
    else last.push(...part);
  }
  const [first, ...others] = versions.flatMap(([one, ...more]) =>
    one === undefined ? [] : [map([one, ...more])],
  );
  return first === undefined ? map(documents) : oneOf([first, ...others]);
}
