export {
  listSequences,
  pauseEnrollments,
  resumeEnrollments,
  type RequestClient,
} from './sequences.ts';
export { listSyncRules, type SyncRule } from './sync-rules.ts';
export type { Sequence, SequenceState } from 'sequenzy-contract';
