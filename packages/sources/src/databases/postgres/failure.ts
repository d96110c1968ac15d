import {
  codeOf,
  connectionLost,
  isOfNetwork,
  unsafeConnection,
  DatabaseError,
  noDatabase,
  queryRefused,
  userRefused,
  writeRefused,
} from '../query/database-error.ts';
import type { Statement } from '../query/statement.ts';

/** Source of the codes: PostgreSQL's appendix "Error Codes". */
export function failureOf(
  error: unknown,
  statement: Statement | undefined,
  offset: number,
): unknown {
  if (error instanceof DatabaseError || !(error instanceof Error)) return error;
  if (error.name === 'AbortError') return error;
  const code = codeOf(error) ?? '';
  if (/^(08|57P)/.test(code) || isOfNetwork(code, error)) return connectionLost(error);
  if (/ssl|certificate/i.test(`${code} ${error.message}`)) return unsafeConnection(error);
  if (!/^[0-9A-Z]{5}$/.test(code)) return error;
  if (code.startsWith('28')) return userRefused(error);
  if (code === '3D000') return noDatabase(error);
  if (code === '25006') return writeRefused(statement?.file ?? 'The query', error.message, error);
  const { message } = error;
  if (code === '42501') {
    const nextStep = 'Grant the user of DATABASE_URL the right to read it.';
    return new DatabaseError(message, { code: 'permission', end: 'refused', nextStep }, error);
  }
  if (code === '0A000' && message.includes('data-modifying')) {
    return writeRefused(statement?.file ?? 'The query', message, error);
  }
  if (/^(0A|2|3F|42|44)/.test(code) && statement !== undefined) {
    const position = Number(Reflect.get(error, 'position'));
    const place = position > 0 ? statement.placeOf(position - 1 - offset) : statement.file;
    return queryRefused(`${place}: ${message}`, error);
  }
  return new DatabaseError(message, { code: 'server', end: 'passing' }, error);
}
