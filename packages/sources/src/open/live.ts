import type { LiveSource } from '../live/live-source.ts';
import { mysql } from '../databases/mysql/index.ts';
import { postgres } from '../databases/postgres/index.ts';
import { sqlite } from '../databases/sqlite/index.ts';
import { checkoutchamp } from '../platforms/checkoutchamp/api/index.ts';
import { fanfare } from '../platforms/fanfare/api/index.ts';
import { stickyio } from '../platforms/stickyio/api/index.ts';

export type {
  LiveAddress,
  LiveChanges,
  LiveFailure,
  LiveKind,
  LiveMemory,
  LiveOption,
  LiveReading,
  LiveSecret,
  LiveSettings,
  LiveSource,
  LiveValue,
  LiveWords,
} from '../live/live-source.ts';

/** Every API and database that can be read in place of files. */
export const liveSources: readonly LiveSource[] = [
  fanfare,
  checkoutchamp,
  stickyio,
  postgres,
  mysql,
  sqlite,
];
