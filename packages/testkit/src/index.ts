export { ManualClock } from './manual-clock.ts';
export { tempFolder } from './temp-folder.ts';
