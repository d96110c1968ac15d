import { option, say } from 'sequenzy-contract';
import { expect, it } from 'vitest';
import { inFlags } from './flags.ts';

it('options are flags on a command line', () => {
  const text = say`Pass ${option('maxRestocks', '12')} or ${option('yes')}.`;
  expect(inFlags(text)).toBe('Pass --max-restocks 12 or --yes.');
});
