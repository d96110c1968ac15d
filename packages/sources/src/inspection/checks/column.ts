import { canonical } from '../../table/columns.ts';

/** What a column is for, as far as its heading tells. */
type ColumnRole = 'code' | 'price' | 'title' | 'currency' | 'other';

/** A column of a file under inspection. */
export interface InspectedColumn {
  /** As in the file. */
  readonly name: string;
  /** By which columns of several files are the same. */
  readonly key: string;
  readonly role: ColumnRole;
}

/** A row under inspection. */
export interface InspectedRow {
  readonly cells: readonly string[];
  readonly columns: readonly InspectedColumn[];
  readonly line: number;
  /** The file as the user named it. */
  readonly file: string;
  /** The cell with the id of its record, where there is one. */
  readonly idCell: number | undefined;
  /** What makes it part of a record, where there is such a thing. */
  readonly recordKey: string | undefined;
  /** Cells that a row has to have. */
  readonly width: number;
  /** It is larger than the limit for one record, and cells are empty that are too large. */
  readonly isTooLarge: boolean;
  /** Whether it is the header once more, and no data. */
  readonly repeatsHeader: boolean;
}

const roles: readonly (readonly [ColumnRole, RegExp])[] = [
  ['currency', /^currency(code)?$/],
  ['title', /^(title|name|name\*|productname|producttitle|varianttitle|itemtitle|lineitemname)$/],
  ['code', /(sku|barcode|ean|ean13|upc|gtin|isbn|mpn|reference|reference#)$/],
  [
    'code',
    /^(id|handle|urlhandle|handleid|productid|variantid|itemgroupid|productid\*|productcode|itemcode)$/,
  ],
  ['code', /^(orderid|ordernumber|itemproductid|itemvariantid|lineitemid)$/],
  ['price', /price$|amount$|^cost(peritem)?$|^price/],
];

/** @param field What it is read as: the user may say so of a heading that tells nothing. */
export function columnOf(name: string, field = name): InspectedColumn {
  const [own, read] = [canonical(name), canonical(field)];
  const key = roleOf(own) === 'other' && roleOf(read) !== 'other' ? read : own;
  return { name: name.trim(), key, role: roleOf(key) };
}

function roleOf(key: string): ColumnRole {
  return roles.find(([, heading]) => heading.test(key))?.[0] ?? 'other';
}
