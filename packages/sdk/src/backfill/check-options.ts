import { type Fault, isObject, orderStatuses } from 'sequenzy-contract';
import { SequenzyValidationError } from '../errors/errors.ts';
import type { BackfillOptions } from './backfill-options.ts';
import { faultsOfWindow } from './bounds/daily-window.ts';
import type { Access } from './order-source.ts';
import { Converter } from './totals/exchange-rates.ts';
import { totalsRules } from './totals/totals-rule.ts';

/** @throws {SequenzyValidationError} where a caller without types has left them out. */
export function requireGiven(options: unknown): void {
  if (isObject(options)) return;
  const message = "is required, such as { totals: 'computed' }";
  throw new SequenzyValidationError('The backfill cannot be run', [{ path: 'options', message }]);
}

/** @throws {SequenzyValidationError} naming every option that cannot be used, alone or with the others. */
export function requireOptions(options: BackfillOptions, access: Access): void {
  const faults = [
    ...faultsOfTotals(options),
    ...faultsOfReading(options, access),
    ...faultsOfEvents(options),
    ...faultsOfFilters(options),
    ...faultsOfBounds(options),
  ];
  if (faults.length > 0) throw new SequenzyValidationError('The backfill cannot be run', faults);
  if (options.rates !== undefined) new Converter(options.rates);
}

function faultsOfTotals({ totals, rates, totalsRule }: BackfillOptions): Fault[] {
  const given: unknown = totals; // a JavaScript caller may leave it out
  const lookup =
    typeof given === 'function' || (isObject(given) && ('totalsOf' in given || 'get' in given));
  const known = lookup || given === 'computed' || given === 'given' || given === 'none';
  return [
    ...fault(
      known,
      'totals',
      "expected 'computed', 'given', 'none', a lookup, a function or a Map",
    ),
    ...fault(rates === undefined || totals === 'computed', 'rates', 'needs computed totals'),
    ...faultsOfRule(totalsRule, totals),
  ];
}

function faultsOfRule(rule: unknown, totals: unknown): Fault[] {
  if (rule === undefined) return [];
  const known = totalsRules.some((one) => one === rule);
  return [
    ...fault(known, 'totalsRule', `expected one of ${totalsRules.join(', ')}`),
    ...fault(totals === 'computed', 'totalsRule', 'needs computed totals'),
  ];
}

function faultsOfReading(
  { totals, ltvFirst = false, singlePass = false }: BackfillOptions,
  { again }: Access,
): Fault[] {
  if (!singlePass) {
    const message =
      'is read more than once: pass an array, or a function that starts over, or set singlePass';
    return fault(again !== undefined, 'source', message);
  }
  return [
    ...fault(totals !== 'computed', 'totals', 'cannot be computed in a single pass'),
    ...fault(!ltvFirst, 'ltvFirst', 'is not possible in a single pass'),
  ];
}

function faultsOfEvents({
  asEvents = false,
  ltvFirst = false,
  singlePass = false,
  lifecycle,
}: BackfillOptions): Fault[] {
  if (!asEvents) return [];
  return [
    ...fault(!ltvFirst, 'ltvFirst', 'cannot be used with asEvents: the newest order comes last'),
    ...fault(!singlePass, 'singlePass', 'cannot be used with asEvents: the source is read first'),
    ...fault(lifecycle !== 'full', 'lifecycle', 'cannot be full with asEvents'),
  ];
}

function faultsOfFilters({ since, until, status, lifecycle, resend }: BackfillOptions): Fault[] {
  const inOrder = since === undefined || until === undefined || !(since >= until);
  const statuses: unknown = status ?? []; // a JavaScript caller may give one
  const known = Array.isArray(statuses) && statuses.every((one) => isStatus(one));
  return [
    ...faultsOfDate('since', since),
    ...faultsOfDate('until', until),
    ...fault(inOrder, 'until', 'is not after since'),
    ...fault(known, 'status', `expected some of ${orderStatuses.join(', ')}`),
    ...fault(isLifecycle(lifecycle), 'lifecycle', "expected 'final' or 'full'"),
    ...fault(isResend(resend), 'resend', "expected 'changed'"),
  ];
}

function isStatus(status: unknown): boolean {
  return orderStatuses.some((one) => one === status);
}

function isLifecycle(lifecycle: unknown = 'final'): boolean {
  return lifecycle === 'final' || lifecycle === 'full';
}

function isResend(resend: unknown): boolean {
  return resend === undefined || resend === 'changed';
}

function faultsOfBounds({ maxRequests = 1, deadline, window }: BackfillOptions): Fault[] {
  const whole = Number.isInteger(maxRequests) && maxRequests > 0;
  return [
    ...fault(whole, 'maxRequests', 'expected a whole number above 0'),
    ...faultsOfDate('deadline', deadline),
    ...(window === undefined ? [] : faultsOfWindow(window)),
  ];
}

function faultsOfDate(path: string, date: unknown): Fault[] {
  const valid = date instanceof Date && !Number.isNaN(date.getTime());
  return fault(date === undefined || valid, path, 'is not a date');
}

function fault(right: boolean, path: string, message: string): Fault[] {
  return right ? [] : [{ path, message }];
}
