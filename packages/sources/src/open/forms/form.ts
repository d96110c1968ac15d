import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An input as a merchant has it. Tests go through all of them. */
export interface Form<Options> {
  /** `shopify bulk.jsonl`. */
  readonly name: string;
  readonly platform: string;
  readonly files: readonly FormFile[];
  readonly options: Options;
}

export interface FormFile {
  readonly name: string;
  readonly content: Buffer;
}

const platforms = new URL('../../platforms/', import.meta.url);

/** Files that lie in the folder of a platform's fixtures. */
export function formOf<Options>(
  kind: 'products' | 'orders',
  platform: string,
  names: readonly string[],
  options: Options,
): Form<Options> {
  const files = names.map((name) => ({
    name,
    content: readFileSync(new URL(`${platform}/${kind}/fixtures/${name}`, platforms)),
  }));
  return { name: `${platform} ${names.join(' and ')}`, platform, files, options };
}

/** The sample of a platform, as its conformance is checked. */
export function sampleForm<Options>(
  platform: string,
  sample: (
    | { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }
    | { readonly documents: readonly object[] }
  ) & { readonly options: Options },
): Form<Options> {
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const lines =
    'rows' in sample
      ? [sample.header, ...sample.rows].map((row) => row.map(quoted).join(','))
      : sample.documents.map((document) => JSON.stringify(document));
  const content = Buffer.from(`${lines.join('\n')}\n`);
  return {
    name: `${platform} sample`,
    platform,
    files: [{ name: 'sample', content }],
    options: sample.options,
  };
}

/** The paths of the files, once they are written. */
export function writtenTo(folder: string, files: readonly FormFile[]): Promise<string[]> {
  return Promise.all(
    files.map(async ({ name, content }) => {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    }),
  );
}
