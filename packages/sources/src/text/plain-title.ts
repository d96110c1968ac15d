import { decodeHTML } from 'entities';

const blocks = 'br|div|h[1-6]|p';
const names = `a|b|big|em|font|i|small|span|strong|sub|sup|u|${blocks}`;
const tag = new RegExp(`</?(?:${names})(?:\\s[^<>]*)?/?>`, 'i');
const tags = new RegExp(tag, 'gi');
const block = new RegExp(`^</?(?:${blocks})[\\s/>]`, 'i');
/** `<` before anything else: `<3`, `size <M>`. */
const noTag = new RegExp(`<(?!/?(?:${names})(?:\\s[^<>]*)?/?>)`, 'gi');
const entityName = '(?:[a-z][a-z0-9]{1,30}|#\\d+|#x[\\da-f]+);';
const entity = new RegExp(`&${entityName}`, 'gi');
/** Some entities are read without their semicolon, too: `black&regular`. */
const noEntity = new RegExp(`&(?!${entityName})`, 'gi');

/** Whether there are tags or entities in it. What only looks like one is neither: `Size <M>`, `Q&A;`. */
export function holdsHtml(title: string): boolean {
  return (
    tag.test(title) || [...new Set(title.match(entity))].some((name) => decodeHTML(name) !== name)
  );
}

/**
 * One line of plain text out of a title that holds HTML: `Tom &amp; <b>Jerry</b>` is `Tom & Jerry`. Titles are shown as
 * they stand, so that nobody means an entity or a tag in one. Markup without any text in it stays.
 */
export function plainTitle(title: string): string {
  if (!holdsHtml(title)) return title;
  const html = title.replace(noEntity, '&amp;').replace(noTag, '&lt;');
  const text = html.replace(tags, (one) => (block.test(one) ? ' ' : ''));
  return (
    decodeHTML(text)
      .replace(/[\s\u200b]+/g, ' ')
      .trim() || title
  );
}
