import { option, worded } from 'sequenzy-jobs/report/wording.ts';
import { expect, it } from 'vitest';
import { flagWording } from './flags.ts';

it('options are flags on a command line', () => {
  const text = `Pass ${option('maxRestocks', '12')} or ${option('yes')}.`;
  expect(worded(text, flagWording)).toBe('Pass --max-restocks 12 or --yes.');
});
