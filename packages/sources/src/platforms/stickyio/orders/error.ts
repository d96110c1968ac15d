import { errorText } from '../../../documents/error-text.ts';
import type { Fields } from '../../../documents/document.ts';

/**
 * An answer other than 100 without any order. The spelling changes inside the API.
 *
 * Source: recorded answers, and types of a public client.
 */
export function errorIn(fields: Fields): string | undefined {
  const given = fields['response_code'] ?? fields['responseCode'];
  const holdsOrders = 'order_id' in fields || 'data' in fields;
  const code = errorText(given, '');
  if (code === '' || code === '100' || holdsOrders) return undefined;
  return `${errorText(fields['error_message'])} (response_code ${code})`;
}
