import {
  codeOf,
  connectionLost,
  DatabaseError,
  isOfNetwork,
  noDatabase,
  queryRefused,
  unsafeConnection,
  userRefused,
  writeRefused,
} from '../query/database-error.ts';
import type { Statement } from '../query/statement.ts';

const access = new Set(['ER_ACCESS_DENIED_ERROR', 'ER_ACCESS_DENIED_NO_PASSWORD_ERROR']);

const rights = new Set([
  'ER_DBACCESS_DENIED_ERROR',
  'ER_TABLEACCESS_DENIED_ERROR',
  'ER_COLUMNACCESS_DENIED_ERROR',
  'ER_SPECIFIC_ACCESS_DENIED_ERROR',
]);

const lost = new Set(['PROTOCOL_CONNECTION_LOST', 'ER_SERVER_SHUTDOWN', 'ER_CONNECTION_KILLED']);

/** Source of the codes: the server error reference of MySQL. */
export function failureOf(error: unknown, statement: Statement | undefined): unknown {
  if (error instanceof DatabaseError || !(error instanceof Error)) return error;
  if (error.name === 'AbortError') return error;
  const code = codeOf(error) ?? '';
  const { message } = error;
  if (lost.has(code) || (!code.startsWith('ER_') && isOfNetwork(code, error))) {
    return connectionLost(error);
  }
  if (/SSL|CERT/.test(code)) return unsafeConnection(error);
  if (code === '') return error;
  if (access.has(code)) return userRefused(error);
  if (code === 'ER_BAD_DB_ERROR') return noDatabase(error);
  if (code === 'ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION') {
    return writeRefused(statement?.file ?? 'The query', message, error);
  }
  if (rights.has(code)) {
    const nextStep = 'Grant the user of DATABASE_URL the right to read it.';
    const failure = { code: 'permission', end: 'refused', nextStep } as const;
    return new DatabaseError('its user may not read what the query reads', failure, error);
  }
  const state = String(Reflect.get(error, 'sqlState'));
  if (/^(2|42|HY)/.test(state) && statement !== undefined) {
    return queryRefused(`${statement.file}: ${message}`, error);
  }
  return new DatabaseError(message, { code: 'server', end: 'passing' }, error);
}
