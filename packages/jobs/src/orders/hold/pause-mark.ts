import type { Sequence } from 'sequenzy-commerce/automations';
import type { HeldSequence } from '../../runs/held.ts';

/** Clocks differ, and a request may be repeated for a while. */
const tolerance = 15 * 60_000;

/**
 * The server's own mark of a pause: the value of a member such as `enrollmentsPausedAt`. No name is documented, so any
 * `…Pause…At` counts; null where there is none.
 */
export function pauseMarkOf(sequence: Sequence): string | null {
  for (const [name, value] of Object.entries(sequence)) {
    if (/paus.*at$/i.test(name) && typeof value === 'string') return value;
  }
  return null;
}

/** Whether a pause that is found is the one that was asked for, as far as its mark tells. */
export function isOurs(held: HeldSequence, found: Sequence): boolean {
  const mark = pauseMarkOf(found);
  if (mark === null) return true;
  if (held.mark !== null) return held.mark === mark;
  const off = Date.parse(mark) - Date.parse(held.askedAt);
  return Number.isNaN(off) || Math.abs(off) <= tolerance;
}

/** Whether enrolment is paused, and nothing more. */
export function isPaused({ effectiveStatus, acceptsNewEnrollments }: Sequence): boolean {
  if (typeof effectiveStatus === 'string') return effectiveStatus === 'enrollment_paused';
  return acceptsNewEnrollments === false;
}
