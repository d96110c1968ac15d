import type { LiveReading, LiveSettings } from '../../live/live-source.ts';
import type { Cell, Driver } from './driver.ts';
import { paramOption, queryOption, secret } from './settings.ts';
import { paramsOf, Query, sinceName } from './statement.ts';

/**
 * Makes ready to read the rows of a query as a table of texts.
 *
 * @throws {SourceError} The address, the query or a parameter cannot be used. Nothing has been asked then.
 */
export function openQuery({ secrets, options }: LiveSettings, driver: Driver): LiveReading {
  const address = secrets[secret.variable] ?? '';
  driver.checkAddress(address);
  const { text: file = '', value: sql } = options[queryOption.name] ?? {};
  const { value: given = [] } = options[paramOption.name] ?? {};
  const params = Array.isArray(given) ? given.map(String) : [];
  const query = new Query({ file, sql: String(sql) }, paramsOf(params), driver.dialect);
  let begun: string | undefined;
  const changes = {
    saidBy: `:${sinceName}`,
    of: JSON.stringify([withoutUser(address), sql, [...params].sort()]),
    begun: () => begun,
  };
  return {
    ...(query.isIncremental && { changes }),
    async *text(signal, onRead, after) {
      const snapshot = await driver.connect(address, signal);
      try {
        let count = 0;
        for await (const { columns, rows } of snapshot.read(query.statement(after))) {
          const lines = columns === undefined ? rows : [columns, ...rows];
          yield lines.map(lineOf).join('');
          count += rows.length;
          onRead(count);
        }
        begun = snapshot.begun;
      } finally {
        await snapshot.close();
      }
    },
  };
}

/** Where the database is, and not as whom it is read. */
function withoutUser(address: string): string {
  return address.replace(/^([a-z+]+:\/\/)[^/?#]*@/i, '$1').replace(/[?#].*$/s, '');
}

/** Every cell in quotes, so that nothing in it is taken for a separator; nothing at all is empty. */
function lineOf(cells: readonly Cell[]): string {
  const written = cells.map((cell) => (cell === null ? '' : `"${cell.replaceAll('"', '""')}"`));
  return `${written.join(',')}\n`;
}
