export { bundledProgram } from './surroundings/bundled-program.ts';
export { longForm } from './surroundings/long-form.ts';
export { ManualClock } from './fakes/manual-clock.ts';
export {
  answer,
  networkError,
  scriptedFetch,
  type ScriptedFetch,
  type Step,
} from './fakes/scripted-fetch.ts';
export { tempFolder } from './surroundings/temp-folder.ts';
export { odsCell, odsFile } from './workbooks/ods.ts';
export { xlsxFile } from './workbooks/xlsx.ts';
export { zipOf } from './workbooks/zip.ts';
