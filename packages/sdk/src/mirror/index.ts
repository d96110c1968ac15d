export { carryOut, type CarriedOut, type CarryOutOptions, type MirrorClient } from './carry-out.ts';
export {
  deleteEach,
  type DeleteEachOptions,
  type Deletion,
  type DeletionResult,
} from './delete-each.ts';
export { keepingFeeds, moveToFeed } from './feed.ts';
export type { Gone } from './gone.ts';
export { refusalOf, type Guards, type MirrorRefusal } from './guards.ts';
export { defaultMaxDelete, type MaxDelete } from './max-delete.ts';
export { mirrorCatalog, type MirrorOptions, type MirrorResult } from './mirror.ts';
export {
  planMirror,
  type MirrorLedger,
  type MirrorPlan,
  type MirrorPlanOptions,
  type MirrorWatch,
  type PlanningClient,
} from './plan.ts';
export type { LeaveOut, MirrorSource, OpenSource } from './source.ts';
