import { describe, expect, it } from 'vitest';
import { FastClock } from './fast-clock.ts';

describe('a fast clock', () => {
  it('jumps from one sleeper to the next, in their order', async () => {
    const clock = new FastClock(1000, () => false);
    const woken: [string, number][] = [];
    const sleep = async (name: string, milliseconds: number): Promise<void> => {
      await clock.sleep(milliseconds);
      woken.push([name, clock.now()]);
    };
    await Promise.all([sleep('day', 86_400_000), sleep('second', 1000), sleep('again', 1000)]);
    expect(woken).toEqual([
      ['second', 2000],
      ['again', 2000],
      ['day', 86_401_000],
    ]);
  });

  it('stands still while something outside is under way', async () => {
    let looks = 0;
    const clock = new FastClock(0, () => (looks += 1) < 50);
    await clock.sleep(10);
    expect(looks).toBeGreaterThanOrEqual(50);
  });

  it('lets work that is ready go on before it jumps', async () => {
    const clock = new FastClock(0, () => false);
    const order: string[] = [];
    const asleep = clock.sleep(5).then(() => order.push('asleep'));
    await new Promise((resolve) => setImmediate(resolve));
    order.push('ready');
    await asleep;
    expect(order).toEqual(['ready', 'asleep']);
  });

  it('forgets a sleeper that is woken by its signal', async () => {
    const clock = new FastClock(0, () => false);
    const end = new AbortController();
    const asleep = clock.sleep(1000, end.signal);
    end.abort(new Error('no more'));
    await expect(asleep).rejects.toThrow('no more');
    await clock.sleep(1);
    expect(clock.now()).toBe(1);
  });
});
