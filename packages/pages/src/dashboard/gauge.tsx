import { useMemo } from 'preact/hooks';
import type { Gauge } from '../data/dashboard.ts';
import { count } from '../parts/money.ts';
import { Plot, type Colours } from '../parts/plot.tsx';

/** How much of the rate limit is used: requests of the last minute, second by second. */
export function RateGauge({ gauge }: { gauge: Gauge }) {
  const { perMinute, perSecond, isEnforced, lastMinute, lastSecond, refused, seconds } = gauge;
  const data = useMemo(() => [seconds.map((_, at) => at - seconds.length + 1), seconds], [seconds]);
  const share = Math.min(100, (lastMinute / perMinute) * 100);
  return (
    <section class="gauge" aria-label="Rate limit">
      <p class="gauge-figures">
        <strong>{count(lastMinute)}</strong>
        <span class="soft"> of {count(perMinute)} a minute</span>
      </p>
      <div
        class={share >= 100 ? 'meter full' : 'meter'}
        role="meter"
        aria-label="Requests of the last minute"
        aria-valuemin={0}
        aria-valuemax={perMinute}
        aria-valuenow={Math.min(lastMinute, perMinute)}
      >
        <span style={{ width: `${share}%` }} />
      </div>
      <Plot
        label={`Requests in each of the last 60 seconds, ${lastSecond} in the last one`}
        data={data}
        height={44}
        options={sparkOf}
      />
      <p class="soft small">
        {lastSecond} of {perSecond} in this second.{' '}
        {isEnforced ? `${count(refused)} refused with 429.` : 'Not enforced: --rate-limit does.'}
      </p>
    </section>
  );
}

function sparkOf({ series: [accent] }: Colours) {
  return {
    axes: [{ show: false }, { show: false }],
    cursor: { show: false },
    legend: { show: false },
    padding: [2, 0, 0, 0] as [number, number, number, number],
    scales: {
      x: { time: false },
      y: {
        range: (_: unknown, __: number, most: number) => [0, Math.max(5, most)] as [number, number],
      },
    },
    series: [{}, { stroke: accent, fill: `${accent}33`, width: 1.5, points: { show: false } }],
  };
}
