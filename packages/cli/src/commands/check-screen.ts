import type { JobEvent } from 'sequenzy-jobs';
import type { Shown } from '../command/definition.ts';
import { fileScreen } from '../command/file-job.ts';

/** The screen of a sync, with room for the kinds of damage. */
export async function checkScreen(
  shown: Shown,
  files: readonly string[],
): Promise<(event: JobEvent) => void> {
  const { fitFindings } = await import('../terminal/damage-lines.ts');
  const onEvent = await fileScreen(shown, files);
  fitFindings(shown.lines);
  return onEvent;
}
