import { errorText } from '../../../documents/shown.ts';
import type { Fields } from '../../../documents/document.ts';

/**
 * `{ "errors": "[API] Invalid API key or access token" }`, or errors beside data, which lacks something then. Source: answers in
 * issues of the vendor's own clients; the GraphQL specification, 7.1.
 */
export function errorIn(fields: Fields): string | undefined {
  const { id, errors } = fields;
  const isNone =
    errors === undefined || errors === null || (Array.isArray(errors) && errors.length === 0);
  return isNone || id !== undefined ? undefined : errorText(errors);
}
