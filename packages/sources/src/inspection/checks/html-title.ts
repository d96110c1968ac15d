import { holdsHtml, plainTitle } from '../../text/plain-title.ts';
import { cellCheck } from './check.ts';

/** `<b>Lamp</b> &amp; shade` where text belongs: what the sources resolve, and no more. */
export const htmlTitle = cellCheck('html-title', (cell, { role }) => {
  if (role !== 'title' || !holdsHtml(cell)) return undefined;
  const plain = plainTitle(cell);
  const isCertain = plain !== cell;
  return {
    problem: 'holds HTML, and titles are plain text',
    repair: isCertain ? plain : '',
    isCertain,
  };
});
