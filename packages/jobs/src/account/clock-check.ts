import { ok, warning, type Check } from './check.ts';

/** Waiting times and order dates survive a minute; the header itself is cut to whole seconds. */
const tolerated = 60_000;

/** How far this machine's clock is from the server's, by the `Date` header of its answer. */
export function clockCheck(date: string | null | undefined, now: number): Check {
  const served = Date.parse(date ?? '');
  if (Number.isNaN(served)) {
    return warning('clock', 'the server did not say what time it is', 'Nothing has to be done.');
  }
  const off = Math.round(Math.abs(now - served) / 1000);
  if (Math.abs(now - served) <= tolerated)
    return ok('clock', `within ${String(Math.max(1, off))} s`);
  const side = now > served ? 'ahead of' : 'behind';
  return warning(
    'clock',
    `${String(off)} s ${side} the server`,
    'Set the clock of this machine: times that are sent and waited for are off.',
  );
}
