import { cellCheck } from './check.ts';
import { holdsHtml, plainTitle } from '../../text/plain-title.ts';
import { codeWithoutApostrophe, isFormula, withoutApostrophe } from '../../text/apostrophe.ts';

/** What Windows-1252 shows for the bytes 0x80 to 0x9f; elsewhere it is Latin-1. Written out: decoders of Node differ. */
const shown = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const windows = new Map(Array.from(shown, (character, at) => [character, at + 0x80]));

/** A first byte of UTF-8 and one that continues it, both shown as characters of Windows-1252. */
const followed = `[\\u0080-\\u00bf${shown}]`;
const suspect = new RegExp(`[\\u00c2-\\u00df]${followed}|[\\u00e0-\\u00ef]${followed}{2}|\\ufffd`);

/** What is left of a closing quote: its third byte is not a character of Windows-1252. */
const cutQuote = 'â€';

/** `CafÃ©` where `Café` was: UTF-8 that was read as something else. */
export const mojibake = cellCheck('mojibake', (cell) => {
  if (!suspect.test(cell) && !cell.includes(cutQuote)) return undefined;
  if (cell.includes('\ufffd'))
    return { problem: 'holds a character that was lost in another encoding' };
  const repair = decodedAgain(cell);
  if (repair === undefined) {
    return cell.includes(cutQuote)
      ? { problem: 'was UTF-8 and has been read as Windows-1252, and a character was lost' }
      : undefined;
  }
  return { problem: 'was UTF-8 and has been read as Windows-1252', repair, isCertain: true };
});

/** Undefined where the bytes are not UTF-8: then the characters are meant. */
function decodedAgain(text: string): string | undefined {
  const bytes = Array.from(
    text,
    (character) => windows.get(character) ?? character.codePointAt(0) ?? 0,
  );
  if (bytes.some((byte) => byte > 0xff)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

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

/** `'0123`: a mark for spreadsheets that has become part of the value. */
export const apostrophe = cellCheck('apostrophe', (cell, { role }) => {
  const repair = role === 'code' ? codeWithoutApostrophe(cell) : withoutApostrophe(cell);
  // Before a formula the mark does its work: a spreadsheet would run the text without it.
  if (repair === cell || isFormula(repair)) return undefined;
  return {
    problem: 'begins with an apostrophe that is meant for spreadsheets',
    repair,
    isCertain: true,
  };
});
