/**
 * The numbers of the Sequenzy Commerce API. They stand nowhere else.
 *
 * Source: the vendor's reference page "products upsert" (100 products) and the README of its MCP server
 * (100 requests a minute, 20 a second). `maxBodyBytes` is this project's assumption: no limit is documented.
 */
export const limits = {
  /** Products in one upsert. */
  productsPerRequest: 100,
  /** Bytes of one request body, as UTF-8. Assumed. */
  maxBodyBytes: 1024 * 1024,
  /** Products on one page of the list. */
  productsPerPage: 100,
  /** Events in one import, of any contacts. Source: the vendor's MCP server. */
  eventsPerImport: 25,
  /** Events in one request about a single contact. Source: the vendor's MCP server. */
  eventsPerBulk: 500,
  requestsPerMinute: 100,
  requestsPerSecond: 20,
} as const;

/** Origin of the live API; every path lies under {@link apiPath}. */
export const defaultOrigin = 'https://api.sequenzy.com';

export const apiPath = '/api/v1';
