import { isRecord } from 'sequenzy-contract';
import { errorText } from '../../../documents/shown.ts';
import type { Fields } from '../../../documents/document.ts';

/**
 * `{ "code": "woocommerce_rest_cannot_view", "message": "…", "data": { "status": 401 } }`.
 *
 * Source: the REST API of WordPress, which answers every error like this.
 */
export function errorIn({ code, message, data }: Fields): string | undefined {
  const isError = typeof code === 'string' && isRecord(data) && 'status' in data;
  return isError ? errorText(message, code) : undefined;
}
