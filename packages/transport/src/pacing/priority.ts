/** What goes first where not all can: a shopper at the till before a live order, that before the catalog, history last. */
export const priorities = ['checkout', 'order', 'catalog', 'backfill'] as const;

export type Priority = (typeof priorities)[number];
