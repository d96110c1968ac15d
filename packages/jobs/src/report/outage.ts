import { SequenzyError } from 'sequenzy-commerce';

const codes: readonly string[] = ['connection', 'timeout', 'server', 'rate-limit', 'conflict'];

/** Whether the API could not be asked, which says nothing of key and request. */
export function isOutage(error: unknown): error is SequenzyError {
  return error instanceof SequenzyError && codes.includes(error.code);
}
