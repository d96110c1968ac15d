import type { LiveSource } from '../live/live-source.ts';
import { fanfare } from '../platforms/fanfare/api/index.ts';

export type {
  LiveAddress,
  LiveFailure,
  LiveKind,
  LiveOption,
  LiveReading,
  LiveSecret,
  LiveSettings,
  LiveSource,
  LiveValue,
} from '../live/live-source.ts';

/** Every API that can be read in place of files. */
export const liveSources: readonly LiveSource[] = [fanfare];
