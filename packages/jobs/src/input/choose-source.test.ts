import { option, say } from 'sequenzy-contract';
import { SourceError } from 'sequenzy-sources';
import { describe, expect, it } from 'vitest';
import type { Io } from '../job/io.ts';
import { openChosen, type Chosen } from './choose-source.ts';
import type { OpenFormat } from '../job/decisions.ts';

const io = { interruption: new AbortController().signal } as Io; // nothing else is looked at

/** Opens with a name only. */
function openWith({ from }: Chosen): Promise<string> {
  if (from !== undefined) return Promise.resolve(from);
  return Promise.reject(
    new SourceError('this can be an A or a B', {
      code: 'ambiguous',
      file: 'p.csv',
      candidates: ['a', 'b'],
      nextStep: say`Say which: ${option('from', 'a')} or ${option('from', 'b')}.`,
    }),
  );
}

describe('an input that two formats fit', () => {
  it('is opened with the one that is chosen', async () => {
    const asked: OpenFormat[] = [];
    const opened = await openChosen(io, openWith, {
      decide: {
        chooseSource: (question) => {
          asked.push(question);
          return 'b';
        },
      },
    });
    expect(opened).toBe('b');
    expect(asked).toEqual([
      { file: 'p.csv', problem: 'p.csv: this can be an A or a B.', candidates: ['a', 'b'] },
    ]);
  });

  it('is refused where nobody chooses, with both names and the option', async () => {
    const opening = openChosen(io, openWith, {
      decide: {},
    });
    await expect(opening).rejects.toMatchObject({
      code: 'ambiguous',
      exitCode: 2,
      message: 'p.csv: this can be an A or a B',
      place: { file: 'p.csv' },
      advice: [
        {
          act: 'change-options',
          options: [
            { option: 'from', value: 'a' },
            { option: 'from', value: 'b' },
          ],
        },
      ],
    });
  });
});
