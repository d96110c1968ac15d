import { requireInput } from 'sequenzy-transport';
import * as z from 'zod/mini';

/** What comes with a product. */
const includeSchema = z.array(z.enum(['variants', 'mediaAssets']));

export type Include = z.infer<typeof includeSchema>[number];

/**
 * As the parameter `include` has it; undefined where nothing is asked for.
 *
 * @throws {FanfareValidationError} for anything but a list of what there is.
 */
export function includeOf(include: readonly Include[] | undefined): string | undefined {
  if (include === undefined) return undefined;
  return requireInput(includeSchema, include, 'include').join(',');
}
