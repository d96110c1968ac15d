import { isRecord } from 'sequenzy-contract';
import { errorText } from '../../../documents/error-text.ts';
import type { Fields } from '../../../documents/document.ts';

/** `{ "error": { "type": "invalid_request_error", "message": "…" } }`. Source: the vendor's reference of errors. */
export function errorIn({ error }: Fields): string | undefined {
  return isRecord(error) && 'type' in error ? errorText(error['message']) : undefined;
}
