/** A text with columns in braces: `https://shop.example/p/{Slug}`. */
export interface Template {
  readonly columns: readonly string[];
  /** The text with those cells; empty where one of them is. */
  fill(cells: readonly string[]): string;
}

/** Undefined where there are no braces in it. */
export function templateOf(text: string): Template | undefined {
  const parts = text.split(/\{([^{}]+)\}/);
  const columns = parts.filter((_, at) => at % 2 === 1).map((column) => column.trim());
  if (columns.length === 0) return undefined;
  return {
    columns,
    fill: (cells) =>
      cells.includes('')
        ? ''
        : parts.map((part, at) => (at % 2 === 1 ? (cells[(at - 1) / 2] ?? '') : part)).join(''),
  };
}
