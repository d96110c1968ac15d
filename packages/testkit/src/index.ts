export { bundledProgram } from './bundled-program.ts';
export { longForm } from './long-form.ts';
export { ManualClock } from './manual-clock.ts';
export {
  answer,
  networkError,
  scriptedFetch,
  type ScriptedFetch,
  type Step,
} from './scripted-fetch.ts';
export { tempFolder } from './temp-folder.ts';
