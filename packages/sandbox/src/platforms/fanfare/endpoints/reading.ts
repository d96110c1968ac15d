import type * as z from 'zod/mini';
import type { Answer } from '../../../http/answer.ts';
import type { Body } from '../../../http/arrival.ts';
import { readBody } from '../../../http/read-body.ts';
import { fanfareProblem } from '../problem.ts';

/** Reads the body first: 400 `Validation failed` names every fault, unknown fields are ignored (assumed). */
export function reading<Schema extends z.ZodMiniType>(
  schema: Schema,
  body: Body,
  answer: (value: z.output<Schema>) => Answer,
): Answer {
  const result = readBody(schema, body);
  if (result.ok) return answer(result.value);
  if (result.faults.length === 0) return fanfareProblem(400, 'Invalid JSON in request body');
  return fanfareProblem(400, 'Validation failed', { details: result.faults });
}
