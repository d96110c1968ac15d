import { errorText } from '../../../documents/shown.ts';
import type { Fields } from '../../../documents/document.ts';

/** `{ "errors": "[API] Invalid API key or access token" }`. Source: answers in issues of the vendor's own clients. */
export function errorIn(fields: Fields): string | undefined {
  return 'errors' in fields && !('id' in fields) ? errorText(fields['errors']) : undefined;
}
