const tax = String.raw`(?:vat|gst|tax(?:es)?|mwst|ust|btw|tva|iva|moms|dph|ндс|podatek)`;
const including = String.raw`(?:incl(?:\.|uding|usive(?: of)?|usief|us[ae]?|uid[ao]|uíd[ao])?|inkl(?:\.|usive)?|inc\.?|con|com|z|с|avec|met|mit|with)`;

/** `incl. VAT`, `(inkl. MwSt.)`, `TTC`, `IVA incluido`: that an amount is what is paid. Behind a space or in brackets. */
const note = new RegExp(
  String.raw`(?<=[\d\p{Sc}\p{L}.])(?:\s*\(\s*|\s+)(?:${including}\s*(?:\d{1,2}\s*%\s*)?${tax}|${tax}\s*${including}|incl\.?|inkl\.?|ttc|brutto)\.?\s*\)?$`,
  'iu',
);

/** `/шт`, `/pc`: that it is the price of one piece, and not of a kilo. */
const piece = /\s*\/\s*(шт|stk|stück|pcs?|ea|each|piece|unit|ud|und|pz|szt|st)\.?$/iu;

/**
 * An amount without the words that say it is with tax, or for one piece, and without the apostrophe by which a spreadsheet
 * keeps a number as text. A note that it is without tax stays: such an amount is not paid.
 */
export function withoutTaxNote(written: string): string {
  const bare = /^'|\/[-–—]\s*$/.test(written)
    ? written.replace(apostrophe, '').replace(slash, '')
    : written;
  const text = dash.test(bare) ? bare.replace(dash, cents) : bare;
  return /\p{L}/u.test(text) ? text.trim().replace(piece, '').replace(note, '') : text;
}

/** `8,-` -> `8,00`, `99:-` -> `99` */
function cents(_: string, sign: string): string {
  return sign === ':' ? '' : `${sign}00`;
}

/** `'12.50` */
const apostrophe = /^'(?=[-−]?\s*[\p{Sc}\d])/u;

/** `₹799/-`: no paise. */
const slash = /(?<=\d)\s?\/[-–—]\s*$/;

/** `8,-`, `8.–` and `99:-`: no cents. */
const dash = /(?<=\d)([.,:])\s?[-–—]{1,2}(?=\s*(?:\p{Sc}|\p{L}+\.?)?\s*$)/u;
