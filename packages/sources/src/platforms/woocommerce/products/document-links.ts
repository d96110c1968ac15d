import type { Fields } from '../../../documents/document.ts';

/** Only products list variations. */
export function isVariation(fields: Fields): boolean {
  return fields['type'] === 'variation' || !('variations' in fields);
}

/** Variations of newer versions name their parent; a product lists them in any case. */
export function keyOf(fields: Fields): string | undefined {
  const { id, parent_id: parent } = fields as { id?: unknown; parent_id?: unknown }; // any member may be missing
  if (!isVariation(fields)) return `product ${String(id)}`;
  return typeof parent === 'number' && parent > 0
    ? `product ${String(parent)}`
    : `variation ${String(id)}`;
}

export function membersOf(fields: Fields): string[] {
  return isVariation(fields) ? [] : variationIdsOf(fields).map((id) => `variation ${id}`);
}

export function variationIdsOf(fields: Fields): string[] {
  const list: unknown = fields['variations'];
  return Array.isArray(list) ? list.map(String) : [];
}
