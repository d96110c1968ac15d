import { expect, it } from 'vitest';
import { refusalOf, refusalOfConsent, tooManyRestocks } from './guards.ts';
import { nothingPlanned } from '../../report/plan.ts';
import { programWording, worded } from '../../report/wording.ts';

function read(text = ''): string {
  return worded(text, programWording);
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
  expect(read(refusal?.message)).toBe(
    'Gone from the source: 1,300 of 2,300 known products; maxDelete allows 230',
  );
  expect(read(refusal?.nextStep)).toContain('pass maxDelete: 1300.');
  const restocks = tooManyRestocks({ products: 1000, variants: 500 }, 1000);
  expect(read(restocks?.message)).toContain('in stock: 1,500; maxRestocks allows 1,000');
  expect(read(restocks?.nextStep)).toContain('pass maxRestocks: 1500.');
  expect(refusalOfConsent('nobody to ask', 1300)?.message).toContain('(products: 1,300)');
});
