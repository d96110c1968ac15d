import { expect, it } from 'vitest';
import { refusalOf, refusalOfConsent, tooManyRestocks } from './guards.ts';
import { nothingPlanned } from '../../report/plan.ts';
import { toldOf, type FailureParts } from '../../report/advice.ts';

function told(refusal: FailureParts | undefined): readonly (string | null)[] {
  if (refusal === undefined) return [];
  const { message, nextStep } = toldOf(refusal);
  return [message, nextStep];
}

it('writes large figures as the plan does, and those to be typed as they are typed', () => {
  const gone = {
    known: 2300,
    allowed: 230,
    count: 1300,
    leftOut: 0,
    ofOtherFeeds: 0,
    productIds: [],
  };
  const plan = { ...nothingPlanned('product'), gone };
  const source = { found: 1000, lacksPages: false };
  const refusal = refusalOf(plan, source, { maxRestocks: undefined, prune: true });
  expect(told(refusal)).toEqual([
    'Gone from the source: 1,300 of 2,300 known products; maxDelete allows 230',
    expect.stringContaining('pass maxDelete: 1300.'),
  ]);
  expect(refusal?.advice).toMatchObject([
    { act: 'change-options', options: [{ option: 'maxDelete', value: '1300' }] },
  ]);
  const restocks = tooManyRestocks({ products: 1000, variants: 500 }, 1000);
  expect(told(restocks)).toEqual([
    expect.stringContaining('in stock: 1,500; maxRestocks allows 1,000'),
    expect.stringContaining('pass maxRestocks: 1500.'),
  ]);
  expect(told(refusalOfConsent('nobody to ask', 1300))[0]).toContain('(products: 1,300)');
});
