import { describe, expect, it } from 'vitest';
import { plainTitle } from './plain-title.ts';

describe('a plain title', () => {
  it.each([
    ['Joust Duffle Bag&trade;', 'Joust Duffle Bag™'],
    ['Tom &amp; <b>Jerry</b>', 'Tom & Jerry'],
    ['Caf&eacute;&nbsp;au lait &#8211; 12&#x22;', 'Café au lait – 12"'],
    ['One<br/>line <span class="x">only</span>', 'One line only'],
    ['Size &lt;M&gt;', 'Size <M>'],
    ['Size <M>, black&regular <b>only</b>', 'Size <M>, black&regular only'],
  ])('of %s is %s', (title, plain) => {
    expect(plainTitle(title)).toBe(plain);
  });

  it.each([
    'Lamp',
    'Q&A; and R&D',
    'I <3 you & me',
    'Size <M>, <XL> & more',
    'a  b',
    '<b></b>',
    'AT&T',
    'black&regular',
    'R&D  or  not',
    '5 < 6 > 4',
  ])('leaves %s as it is', (title) => {
    expect(plainTitle(title)).toBe(title);
  });
});
