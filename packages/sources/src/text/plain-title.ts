import { htmlToText } from './html.ts';

const names = 'a|b|big|br|div|em|font|h[1-6]|i|p|small|span|strong|sub|sup|u';
const tag = new RegExp(`</?(?:${names})(?:\\s[^<>]*)?/?>`, 'i');
/** `<` before anything else: `<3`, `size <M>`. */
const noTag = new RegExp(`<(?!/?(?:${names})(?:\\s[^<>]*)?/?>)`, 'gi');

/**
 * One line of plain text out of a title that holds HTML: `Tom &amp; <b>Jerry</b>` is `Tom & Jerry`. Titles are shown as
 * they stand, so that nobody means an entity or a tag in one.
 */
export function plainTitle(title: string): string {
  if (!title.includes('&') && !tag.test(title)) return title;
  const text = htmlToText(title.replace(noTag, '&lt;')).replace(/\s+/g, ' ').trim();
  return text || title;
}
