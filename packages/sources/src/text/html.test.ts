import { describe, expect, it } from 'vitest';
import { htmlToText } from './html.ts';

describe('text of HTML', () => {
  it.each([2000, 50_000])('is found however deep it is nested: %i levels', (levels) => {
    const html = `${'<div>'.repeat(levels)}Oak &amp; <b>ash</b>${'</div>'.repeat(levels)}`;
    expect(htmlToText(html).split(/\s+/)).toEqual(['Oak', '&', 'ash']);
  });

  it('is without scripts, styles and comments also where it is nested too deep to be laid out', () => {
    const levels = 50_000;
    const inner =
      '<p>Tray</p><script>if (a) b()</script><STYLE>p { }</STYLE><!-- no --><i>1 &lt; 2</i>';
    const html = '<ul><li>'.repeat(levels) + inner;
    expect(htmlToText(html)).toBe('Tray\n1 < 2');
  });
});
