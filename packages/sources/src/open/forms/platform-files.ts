import { existsSync, readdirSync } from 'node:fs';

/**
 * Every platform's folder of a kind holds these, products and orders alike. Files for one subject more (price.ts,
 * documents.ts, …) stand beside them where a platform has that subject.
 */
export const platformFiles = [
  // The columns, or the keys of documents, that it knows.
  'columns.ts',
  // Samples and files in its shape, and what is made of them.
  'fixtures',
  // The source: its name, what it is for people, and where the rest of it stands.
  'index.ts',
  // What is made of the rows or documents of one record.
  'map.ts',
  'map.test.ts',
] as const;

/** The files of each platform that has records of a kind, by the platform's name. */
export function platformsWith(kind: 'products' | 'orders'): Readonly<Record<string, string[]>> {
  const platforms = new URL('../../platforms/', import.meta.url);
  const folders = readdirSync(platforms)
    .map((name) => [name, new URL(`${name}/${kind}/`, platforms)] as const)
    .filter(([, folder]) => existsSync(folder));
  return Object.fromEntries(folders.map(([name, folder]) => [name, readdirSync(folder)]));
}
