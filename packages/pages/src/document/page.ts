import { readFile } from 'node:fs/promises';

/** The pages there are; each is one file beside the program. */
export type PageName = 'dashboard' | 'preview' | 'report';

const place = '<script id="data" type="application/json">';

/**
 * Reads a page that was built, and puts data into it. Data is text in a block that no browser executes, and `<` is
 * escaped in it, so that nothing in it ends the block.
 */
export async function page(name: PageName, data: unknown = null): Promise<string> {
  const text = await readFile(new URL(`./pages/${name}.html`, import.meta.url), 'utf8');
  const at = text.indexOf(place) + place.length;
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return [text.slice(0, at), json, text.slice(at)].join('');
}
