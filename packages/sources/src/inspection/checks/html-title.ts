import { htmlToText } from '../../text/html.ts';
import { cellCheck } from '../check.ts';

const tag = /<\/?[a-z][a-z0-9]*(\s[^<>]*)?\/?>/i;
const entity = /&([a-z][a-z0-9]{1,30}|#\d+|#x[\da-f]+);/gi;

/** `<b>Lamp</b> &amp; shade` where text belongs. */
export const htmlTitle = cellCheck('html-title', (cell, { role }) => {
  if (role !== 'title' || !isHtml(cell)) return undefined;
  const repair = htmlToText(cell).replace(/\s+/g, ' ');
  return {
    problem: 'is HTML, and titles are shown as they stand',
    repair,
    isCertain: repair !== '',
  };
});

/** What only looks like an entity stays as it is when HTML is read: `Q&A;`. */
function isHtml(cell: string): boolean {
  return tag.test(cell) || (cell.match(entity) ?? []).some((name) => htmlToText(name) !== name);
}
