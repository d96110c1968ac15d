import type { ConnectionOptions } from '../connect/connection.ts';
import type { Job } from '../job/job.ts';
import type { RecordedRun } from '../runs/recorded.ts';
import type { MemoryRequest } from './memory.ts';

/** How a job that sends asks for what was sent before. */
export function memoryRequest(
  { io, secrets, signal, tell, warn }: Job,
  options: ConnectionOptions,
  { folder }: Pick<RecordedRun, 'folder'>,
): MemoryRequest {
  return {
    ...{ io, secrets, warn, options, signal, folder },
    onWatched: (wait) => {
      tell({ type: 'ledger-held', wait });
      return () => {
        tell({ type: 'ledger-free' });
      };
    },
  };
}
