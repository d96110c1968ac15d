import { entriesOf } from './rule.ts';

/** A line of an order as a cell writes it. */
export interface LineText {
  readonly title: string;
  readonly sku: string;
  readonly productId: string;
  readonly quantity: string;
  readonly price: string;
}

const keys: Readonly<Record<string, keyof LineText>> = {
  name: 'title',
  title: 'title',
  product: 'title',
  productname: 'title',
  sku: 'sku',
  productsku: 'sku',
  productid: 'productId',
  id: 'productId',
  quantity: 'quantity',
  qty: 'quantity',
  productqty: 'quantity',
  price: 'price',
  unitprice: 'price',
  productunitprice: 'price',
};

/** `name:Tee|sku:TEE|quantity:2`, `Tee x2`, `2 x Tee`, `Tee (2)`, `Tee`. A line without a number is one piece. */
export function lineOf(text: string): LineText {
  return pairsOf(text) ?? countedTitle(text);
}

/** Whether a cell says how many there are of something, or lists several things. */
export function saysLines(text: string): boolean {
  return pairsOf(text) !== undefined || /[;|\n]/.test(text) || hasCount(text);
}

/** The lines in a cell: parted by `split`, else by `;`, line breaks or `|`, else by commas where each part has a number. */
export function linesIn(text: string, split: string | undefined): string[] {
  if (split !== undefined) return entriesOf(text, split);
  const outer = [';', '\n'].find((one) => text.includes(one));
  if (outer !== undefined) return entriesOf(text, outer);
  if (pairsOf(text) !== undefined) return [text];
  if (text.includes('|')) return entriesOf(text, '|');
  const parts = entriesOf(text, ',');
  if (parts.length > 1 && parts.every(hasCount)) return parts;
  return text.trim() === '' ? [] : [text.trim()];
}

const behind = /^(.*?\S)\s*(?:[x×*]\s*(\d{1,4})|\(\s*[x×]?\s*(\d{1,4})\s*[x×]?\s*\))$/i;
const before = /^(\d{1,4})\s*[x×*]\s+(\S.*)$|^(\d{1,4})[x×*](?=\S)(\S.*)$/i;

function hasCount(text: string): boolean {
  return (
    /[\s)\]"'][x×*]\s*\d{1,4}$/i.test(text.trim()) ||
    /\(\s*[x×]?\s*\d{1,4}\s*\)$/i.test(text.trim()) ||
    before.test(text.trim())
  );
}

function countedTitle(text: string): LineText {
  const bare = text.trim();
  const none = { sku: '', productId: '', price: '' };
  if (!hasCount(bare)) return { ...none, title: bare, quantity: '1' };
  const [, first, title, second, glued] = before.exec(bare) ?? [];
  if (title !== undefined || glued !== undefined) {
    return { ...none, title: title ?? glued ?? '', quantity: first ?? second ?? '1' };
  }
  const [, name = bare, count, inBrackets] = behind.exec(bare) ?? [];
  return { ...none, title: name, quantity: count ?? inBrackets ?? '1' };
}

/** Undefined where a text is not a list of names and values. */
function pairsOf(text: string): LineText | undefined {
  const parts = text.split(/\s*\|\s*|,\s*(?=[A-Z][\w ]*:)/);
  const found: Partial<Record<keyof LineText, string>> = {};
  for (const part of parts) {
    const [, name = '', value = ''] = /^([\w ]{2,30}?)\s*[:=]\s*(.*)$/.exec(part.trim()) ?? [];
    const key = keys[name.toLowerCase().replace(/[\s_-]/g, '')];
    if (key !== undefined) found[key] ??= value.trim();
  }
  const isLine = parts.length > 1 && (found.title ?? found.sku ?? found.productId) !== undefined;
  if (!isLine) return undefined;
  const { title = found.sku ?? '', sku = '', productId = '', quantity = '1', price = '' } = found;
  return { title, sku, productId, quantity, price };
}
