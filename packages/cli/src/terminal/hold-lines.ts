import type { Automations, HoldPlan } from 'sequenzy-jobs/report/automations.ts';
import type { JobEvent } from 'sequenzy-jobs/job/events.ts';
import { wholeDuration } from './wording.ts';

/** What is held, what that costs, and what is not held. */
export function holdPlanLines(
  { starting, others }: Automations,
  { maxHold, resumeAfter }: HoldPlan,
): string[] {
  const held = starting.filter(({ kind }) => kind === 'sequence').map(({ name }) => name);
  const rules = starting.filter(({ kind }) => kind === 'sync rule');
  const loose = [
    ...rules.map(({ name }) => `sync rule ${name}`),
    ...others.map(({ name, trigger }) => `${name} (${trigger})`),
  ];
  const lines = [];
  if (held.length > 0) {
    const after = wholeDuration(resumeAfter);
    const most = wholeDuration(maxHold);
    lines.push(
      `enrolment is paused before the first order and resumes ${after} after the last, when it is processed: ${held.join(', ')}`,
      `real orders of that time do not enrol either, and that is not made up for; outbound webhooks still fire; after ${most} the run stops and enrolment resumes`,
    );
  }
  if (loose.length > 0) lines.push(`not held: ${loose.join(', ')}`);
  return lines;
}

type HoldEvent = Extract<JobEvent, { type: 'held' | 'releasing' | 'released' }>;

export function holdLines(event: HoldEvent): string[] {
  switch (event.type) {
    case 'held':
      return event.names.length === 0
        ? ['nothing is held: no sequence starts on these orders']
        : [`enrolment is paused: ${event.names.join(', ')}`];
    case 'releasing':
      if (event.milliseconds === 0) return [];
      return [
        `enrolment resumes in ${wholeDuration(event.milliseconds)}, when the last orders are processed: ${event.names.join(', ')}`,
      ];
    case 'released': {
      const { resumed, leftAlone, stillPaused } = event;
      return [
        ...(resumed.length === 0 ? [] : [`enrolment has resumed: ${resumed.join(', ')}`]),
        ...(leftAlone.length === 0
          ? []
          : [`left alone, because somebody has changed them since: ${leftAlone.join(', ')}`]),
        ...(stillPaused.length === 0
          ? []
          : [`still paused: ${stillPaused.join(', ')}. Run sequenzy-cli orders release.`]),
      ];
    }
  }
}
