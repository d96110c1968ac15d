import { canonical } from '../table/columns.ts';

/** What a column is for, as far as its heading tells. */
export type ColumnRole = 'code' | 'price' | 'title' | 'currency' | 'other';

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
}

const roles: readonly (readonly [ColumnRole, RegExp])[] = [
  ['currency', /^currency(code)?$/],
  ['title', /^(title|name|name\*|productname|producttitle|varianttitle|itemtitle|lineitemname)$/],
  ['code', /(sku|barcode|ean|ean13|upc|gtin|isbn|mpn|reference|reference#)$/],
  ['code', /^(id|productid|variantid|itemgroupid|productid\*|productcode|itemcode)$/],
  ['code', /^(orderid|ordernumber|itemproductid|itemvariantid|lineitemid)$/],
  ['price', /price$|amount$|^cost(peritem)?$|^price/],
];

export function columnOf(name: string): InspectedColumn {
  const key = canonical(name);
  const [role] = roles.find(([, heading]) => heading.test(key)) ?? ['other' as const];
  return { name: name.trim(), key, role };
}
