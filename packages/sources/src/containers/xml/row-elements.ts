import { createReadStream } from 'node:fs';
import { SaxesParser } from 'saxes';
import type { TextFile } from '../../input/text-file.ts';

/** So much of a text tells which of its elements are rows. Bytes. */
const looked = 4 * 1024 * 1024;

/** Elements of one path: `shop/products/product`. */
interface Elements {
  readonly path: string;
  readonly name: string;
  count: number;
  /** Children without elements inside, and attributes, by name. */
  readonly fields: Set<string>;
}

interface Open {
  readonly elements: Elements;
  isLeaf: boolean;
}

/**
 * Local names of the elements that can be the rows of an XML text: those with several fields, the richest first, and none
 * that stand inside another one.
 *
 * A text that is not well-formed is told up to there: reading it says what is wrong.
 */
export async function rowElements({ path, start }: TextFile): Promise<string[]> {
  const byPath = new Map<string, Elements>();
  const open: Open[] = [];
  const parser = new SaxesParser({ xmlns: true });
  const errors: Error[] = [];
  parser.on('error', (error) => {
    errors.push(error);
  });
  parser.on('opentag', ({ local, attributes }) => {
    const above = open.at(-1);
    if (above !== undefined) above.isLeaf = false;
    const own = `${above?.elements.path ?? ''}/${local}`;
    const elements = byPath.get(own) ?? { path: own, name: local, count: 0, fields: new Set() };
    byPath.set(own, elements);
    elements.count += 1;
    for (const { local: name, prefix } of Object.values(attributes)) {
      if (prefix !== 'xmlns' && name !== 'xmlns') elements.fields.add(`@${name}`);
    }
    open.push({ elements, isLeaf: true });
  });
  parser.on('closetag', ({ local }) => {
    const closed = open.pop();
    if (closed?.isLeaf === true) open.at(-1)?.elements.fields.add(local);
  });
  const chunks = createReadStream(path, { start, end: start + looked, encoding: 'utf8' });
  // An encoding is set, so the chunks are strings.
  for await (const chunk of chunks as AsyncIterable<string>) {
    if (errors.length === 0) parser.write(chunk);
  }
  const rich = [...byPath.values()].filter(({ fields }) => fields.size >= fewestFields);
  const outer = rich.filter(({ path }) => !rich.some((one) => isInside(path, one)));
  return outer.toSorted((a, b) => b.count - a.count).map(({ name }) => name);
}

const fewestFields = 2;

/** Whether a path is inside elements of which there are several. */
function isInside(path: string, { path: other, count }: Elements): boolean {
  return count > 1 && path.startsWith(`${other}/`);
}
