import { existsSync, readdirSync } from 'node:fs';

/**
 * Every platform's folder of a kind holds these, products and orders alike. Other subjects (columns.ts, map.ts, documents.ts,
 * price.ts, …) have files of their own where there is more to say of them than a few lines.
 */
export const platformFiles = [
  // Samples and files in its shape, and what is made of them.
  'fixtures',
  // The source: its name, its metadata, and where the rest of it stands.
  'index.ts',
  // What is made of the rows or documents of one record.
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
