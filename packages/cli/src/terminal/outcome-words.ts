/** What became of a record, as a line begins. */
export const outcomeWords = {
  accepted: 'accepted',
  deleted: 'deleted',
  notFound: 'not found',
  rejected: 'rejected',
  unknown: 'unknown',
  notAttempted: 'not attempted',
} as const;
