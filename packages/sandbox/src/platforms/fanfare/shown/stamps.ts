import type { Stamps } from '../store/records.ts';

/** What every record of the API carries. */
export interface FanfareStamps {
  /** UUID. */
  readonly id: string;
  readonly organizationId: string;
  readonly archived: boolean;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly createdBy: string;
  readonly updatedAt: string | null;
  readonly updatedBy: string | null;
}

const author = 'sandbox';

export function stampsOf({ id, createdAt, updatedAt }: Stamps, organizationId: string) {
  return {
    id,
    organizationId,
    archived: false,
    createdAt,
    createdBy: author,
    updatedAt,
    updatedBy: updatedAt === null ? null : author,
  } satisfies FanfareStamps;
}
