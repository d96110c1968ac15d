import uPlot from 'uplot';
import type { History, Moment } from '../data/report.ts';
import { count, money } from '../parts/money.ts';
import { Plot, type Colours } from '../parts/plot.tsx';

const minute = 60_000;
export const height = 220;
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- uPlot names sides by numbers that only its types know
const right = 1 as uPlot.Axis.Side;
export const plain = { cursor: { show: false } };

interface ThroughputProps {
  readonly timeline: readonly Moment[];
  readonly limit: number | null;
}

/** Requests a minute over time beside what is allowed. */
export function Throughput({ timeline, limit }: ThroughputProps) {
  let from = 0;
  const points = timeline.slice(1).map(({ at, requests }) => {
    // As the limit counts: of the minute before.
    while ((timeline[from + 1]?.at ?? at) <= at - minute) from += 1;
    const before =
      at < minute ? { at: 0, requests: 0 } : (timeline[from] ?? { at: 0, requests: 0 });
    const minutes = Math.max(at - before.at, minute) / minute;
    return { at, rate: (requests - before.requests) / minutes };
  });
  const unit = unitOf(timeline.at(-1)?.at ?? 0);
  const data = [
    points.map(({ at }) => at / unit.milliseconds),
    points.map(({ rate }) => rate),
    points.map(() => limit),
    timeline.slice(1).map(({ done }) => done),
  ];
  return (
    <Plot
      label={`Requests a minute and records done over ${String(timeline.length)} moments`}
      data={data}
      height={height}
      options={(colours) => ({
        ...plain,
        legend: { live: false },
        scales: { x: { time: false }, y: { range: fromZero }, done: { range: fromZero } },
        axes: [
          inUnit(colours, unit),
          axis(colours),
          { ...axis(colours), scale: 'done', side: right, grid: { show: false } },
        ],
        series: [
          {},
          {
            label: 'requests a minute',
            stroke: colours.series[0],
            width: 2,
            points: { show: false },
          },
          { label: 'allowed', stroke: colours.series[2], dash: [6, 4], points: { show: false } },
          {
            label: 'done',
            scale: 'done',
            stroke: colours.series[1],
            width: 2,
            points: { show: false },
          },
        ],
      })}
    />
  );
}

interface Unit {
  readonly name: string;
  readonly milliseconds: number;
}

/** What so long a time is best told in. */
export function unitOf(milliseconds: number): Unit {
  if (milliseconds > 120 * minute) return { name: 'h', milliseconds: 60 * minute };
  return milliseconds > 3 * minute
    ? { name: 'min', milliseconds: minute }
    : { name: 's', milliseconds: 1000 };
}

/** An axis of times in a unit. */
export function inUnit(colours: Colours, { name }: Unit): uPlot.Axis {
  return {
    ...axis(colours),
    values: (_: uPlot, all: number[]) => all.map((one) => `${one} ${name}`),
  };
}

export function Months({ months }: Pick<History, 'months'>) {
  const label = `Orders in each of ${String(months.length)} months, from ${months[0]?.month ?? ''} to ${months.at(-1)?.month ?? ''}`;
  const bars = months.map(({ month, orders }) => ({ name: month, value: orders }));
  return <Bars label={label} bars={bars} />;
}

export function Spent({ spent, currency }: Pick<History, 'spent' | 'currency'>) {
  const bars = spent.map(({ from, customers }) => ({
    name: money(from, currency),
    value: customers,
  }));
  return <Bars label="Customers by what they have spent" bars={bars} />;
}

function Bars({
  label,
  bars,
}: {
  label: string;
  bars: readonly { name: string; value: number }[];
}) {
  const data = [bars.map((_, at) => at), bars.map(({ value }) => value)];
  return (
    <Plot
      label={label}
      data={data}
      height={height}
      options={(colours) => ({
        ...plain,
        legend: { show: false },
        scales: { x: { time: false, range: [-0.6, bars.length - 0.4] }, y: { range: fromZero } },
        axes: [
          {
            ...axis(colours),
            grid: { show: false },
            values: (_: uPlot, all: number[]) => all.map((at) => bars[at]?.name ?? ''),
          },
          axis(colours),
        ],
        series: [
          {},
          {
            fill: colours.series[0],
            stroke: colours.series[0],
            ...(uPlot.paths.bars && { paths: uPlot.paths.bars({ size: [0.8, 60] }) }),
            points: { show: false },
          },
        ],
      })}
    />
  );
}

export function fromZero(_: uPlot, __: number, most: number): [number, number] {
  return [0, Math.max(1, most * 1.08)];
}

export function axis({ text, grid }: Colours) {
  return {
    stroke: text,
    font: '12px system-ui, sans-serif',
    grid: { stroke: grid, width: 1 },
    ticks: { show: false },
    values: (_: uPlot, all: number[]) => all.map((one) => count(one)),
  };
}
