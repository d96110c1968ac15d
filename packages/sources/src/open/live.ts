import type { LiveSource } from '../live/live-source.ts';
import { mysql } from '../databases/mysql/index.ts';
import { postgres } from '../databases/postgres/index.ts';
import { sqlite } from '../databases/sqlite/index.ts';
import { fanfare } from '../platforms/fanfare/api/index.ts';

export type {
  LiveAddress,
  LiveChanges,
  LiveFailure,
  LiveKind,
  LiveOption,
  LiveReading,
  LiveSecret,
  LiveSettings,
  LiveSource,
  LiveValue,
} from '../live/live-source.ts';

/** Every API and database that can be read in place of files. */
export const liveSources: readonly LiveSource[] = [fanfare, postgres, mysql, sqlite];
