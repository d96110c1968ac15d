import type { QuotaReport } from 'sequenzy-jobs/account/quota.ts';
import type { Printer } from './printer.ts';
import { printTable } from './table.ts';
import { wholeDuration } from './wording.ts';

/** How much of the quota is used, and by whom. */
export function printQuota(report: QuotaReport, printer: Printer, now: number): void {
  const { limits, lastMinute, lastSecond, pausedFor, processes } = report;
  printer.line(['dim', 'last minute  '], `${lastMinute} of ${limits.perMinute} requests`);
  printer.line(['dim', 'last second  '], `${lastSecond} of ${limits.perSecond} requests`);
  if (pausedFor > 0) {
    printer.line(['dim', 'paused       '], `for ${wholeDuration(pausedFor)}: the server asks`);
  }
  if (processes.length === 0) {
    printer.line('Nothing on this machine has used the key in the last ten minutes.');
    return;
  }
  const head = ['process', 'id', 'asks for', 'last minute', 'waiting', 'in all', 'since', 'active'];
  const rows = processes.map((one) => [
    one.name,
    String(one.pid),
    one.priority ?? '-',
    String(one.lastMinute),
    String(one.waiting),
    String(one.sent),
    one.since.toISOString().replace(/\.\d+Z$/, 'Z'),
    `${wholeDuration(Math.max(0, now - one.lastActive.getTime()))} ago`,
  ]);
  printTable(head, rows, printer);
}
