import { isMap, isNode, isPair, isScalar, type Document, type LineCounter, type Node } from 'yaml';

type Path = readonly PropertyKey[];

export interface LineAndColumn {
  readonly line: number;
  readonly column: number;
}

/** Where in a text its parts stand. */
export class Places {
  readonly #document: Document;
  readonly #lines: LineCounter;

  constructor(document: Document, lines: LineCounter) {
    this.#document = document;
    this.#lines = lines;
  }

  /** Of the key of a value; of what is not there, that of what should hold it. */
  of(path: Path): LineAndColumn {
    let at: unknown = this.#document.contents;
    let offset = offsetOf(at) ?? 0;
    for (const step of path) {
      const next = below(at, step);
      if (next === undefined) break;
      offset = next.offset ?? offset;
      at = next.value;
    }
    const { line, col } = this.#lines.linePos(offset);
    return { line, column: col };
  }
}

function below(
  node: unknown,
  step: PropertyKey,
): { readonly value: unknown; readonly offset: number | undefined } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    if (pair === undefined) return undefined;
    return { value: pair.value, offset: isPair(pair) ? offsetOf(pair.key) : undefined };
  }
  if (!isNode(node) || !('items' in node) || !Array.isArray(node.items)) return undefined;
  const items: readonly unknown[] = node.items;
  const value = items[Number(step)];
  return value === undefined ? undefined : { value, offset: offsetOf(value) };
}

function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}
