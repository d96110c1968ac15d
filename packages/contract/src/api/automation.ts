import * as z from 'zod/mini';

/** What a sequence can be. `status` alone misleads: it stays `active` while enrolment is paused. Source: the vendor's MCP server. */
export const sequenceStates = ['draft', 'live', 'enrollment_paused', 'paused', 'archived'] as const;

export type SequenceState = (typeof sequenceStates)[number];

/**
 * An automation. How its trigger is spelled is not documented; the vendor's MCP server creates one with `trigger` and
 * `eventName`. So everything but these fields stays as it came.
 */
export const sequenceSchema = z.looseObject({
  id: z.string(),
  name: z.optional(z.nullable(z.string())),
  status: z.optional(z.nullable(z.string())),
  effectiveStatus: z.optional(z.nullable(z.string())),
  acceptsNewEnrollments: z.optional(z.nullable(z.boolean())),
  triggerConfig: z.optional(z.unknown()),
});

export type Sequence = z.infer<typeof sequenceSchema>;
