import { expect, it } from 'vitest';
import { refusalOfConsent, stopReasonOf } from './guards.ts';
import { toldOf, type FailureParts } from '../../report/advice.ts';

function told(refusal: FailureParts | undefined): readonly (string | null)[] {
  if (refusal === undefined) return [];
  const { message, nextStep } = toldOf(refusal);
  return [message, nextStep];
}

it('writes large figures as the plan does, and those to be typed as they are typed', () => {
  const gone = stopReasonOf({ code: 'max-delete', found: 1300, allowed: 230 }, 2300);
  expect(told(gone)).toEqual([
    'Gone from the source: 1,300 of 2,300 known products; maxDelete allows 230',
    expect.stringContaining('pass maxDelete: 1300.'),
  ]);
  expect(gone.advice).toMatchObject([
    { act: 'change-options', options: [{ option: 'maxDelete', value: '1300' }] },
  ]);
  const restocks = stopReasonOf({ code: 'max-restocks', found: 1500, allowed: 1000 }, 0);
  expect(told(restocks)).toEqual([
    expect.stringContaining('in stock: 1,500; maxRestocks allows 1,000'),
    expect.stringContaining('pass maxRestocks: 1500.'),
  ]);
  expect(told(refusalOfConsent('nobody to ask', 1300))[0]).toContain('(products: 1,300)');
});

it('never suggests to delete everything', () => {
  const all = stopReasonOf({ code: 'max-delete', found: 40, allowed: 4 }, 40);
  expect(told(all)[1]).toMatch(/^These are all there are/);
  expect(told(all)[1]).not.toMatch(/maxDelete|40/);
});
