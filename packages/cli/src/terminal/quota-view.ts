import type { QuotaReport } from 'sequenzy-jobs/account/quota.ts';
import type { Printer } from './printer.ts';
import { printTable } from './table.ts';
import { count, number, wholeDuration } from './wording.ts';

/** How much of the quota is used, and by whom. */
export function printQuota(report: QuotaReport, printer: Printer, now: number): void {
  const { limits, lastMinute, lastSecond, pausedFor, processes } = report;
  const line = (label: string, text: string): void => {
    printer.beside([['dim', label]], text, 13);
  };
  line('last minute', `${number(lastMinute)} of ${count(limits.perMinute, 'request')}`);
  line('last second', `${number(lastSecond)} of ${count(limits.perSecond, 'request')}`);
  if (pausedFor > 0) line('paused', `for ${wholeDuration(pausedFor)}: the server asks`);
  if (processes.length === 0) {
    printer.sentence('Nothing on this machine has used the key in the last ten minutes.');
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
