/**
 * What every folder of a platform holds, products and orders alike. Files for one subject more (notes.ts, price.ts,
 * documents.ts, …) stand beside them where a platform has that subject.
 */
export const platformFiles = [
  // What the format is, for people.
  'about.ts',
  // The columns, or the keys of documents, that it knows.
  'columns.ts',
  // Samples and files in its shape, and what is made of them.
  'fixtures',
  // The source, a table of contents.
  'index.ts',
  // What is made of the rows or documents of one record.
  'map.ts',
  'map.test.ts',
] as const;
