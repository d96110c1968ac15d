import { htmlToText } from '../../text/html.ts';
import { cellCheck } from '../check.ts';

const html = /<\/?[a-z][a-z0-9]*(\s[^<>]*)?\/?>|&(amp|lt|gt|quot|apos|nbsp|#\d+|#x[\da-f]+);/i;

/** `<b>Lamp</b> &amp; shade` where text belongs. */
export const htmlTitle = cellCheck('html-title', (cell, { role }) => {
  if (role !== 'title' || !html.test(cell)) return undefined;
  const repair = htmlToText(cell).replace(/\s+/g, ' ');
  return {
    problem: 'is HTML, and titles are shown as they stand',
    repair,
    isCertain: repair !== '',
  };
});
