import type { Rehearsal, ValuesOverTime } from '../data/rehearsal.ts';
import { count, counted } from '../parts/money.ts';
import { Plot } from '../parts/plot.tsx';
import { duration } from '../parts/time.ts';
import { axis, fromZero, height, inUnit, plain, unitOf } from './plots.tsx';

/** What would come of the run that was rehearsed. */
export function RehearsalSections({ rehearsal }: { rehearsal: Rehearsal }) {
  const { events, sequences, backInStock, values, requests } = rehearsal;
  const entered = sequences.filter(({ people }) => people > 0);
  return (
    <>
      <section>
        <h2>Rehearsed</h2>
        <p>
          The run would take {duration(rehearsal.durationMs)} and{' '}
          {counted(requests.sent, 'request')}
          {requests.overLimit > 0 && `, ${count(requests.overLimit)} of them refused with 429`}
          {requests.failed > 0 && `, ${count(requests.failed)} of them failed`}. Nothing was sent:
          it ran in {duration(rehearsal.rehearsedMs)} against {startOf(rehearsal)}.
        </p>
        <table>
          <thead>
            <tr>
              <th scope="col">Would happen</th>
              <th scope="col" class="number">
                Times
              </th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(events).map(([name, times]) => (
              <Row key={name} name={name} times={times} isCode />
            ))}
            {entered.map(({ name, people }) => (
              <Row key={name} name={`people enter the sequence ${name}`} times={people} />
            ))}
            {backInStock > 0 && (
              <Row name="people are told that a product is back in stock" times={backInStock} />
            )}
          </tbody>
        </table>
        {entered.length === 0 && <p class="soft">No sequence would start.</p>}
      </section>
      {values && (
        <section>
          <h2>Final lifetime values over time</h2>
          <Values values={values} />
          <p class="soft">
            Of {counted(values.customers, 'customer')} half have their final value after{' '}
            {duration(values.halfMs)}, all after {duration(values.allMs)}.
          </p>
        </section>
      )}
    </>
  );
}

function Row({ name, times, isCode = false }: { name: string; times: number; isCode?: boolean }) {
  return (
    <tr>
      <td class={isCode ? 'code' : ''}>{name}</td>
      <td class="number">{count(times)}</td>
    </tr>
  );
}

function startOf({ start }: Rehearsal): string {
  const held = `${counted(start.products, 'product')} and ${counted(start.sequences, 'sequence')}`;
  switch (start.from) {
    case 'nothing':
      return 'an empty company';
    case 'state':
      return `a sandbox with ${held}`;
    case 'api':
      return `${held} of the API, without its subscribers, which cannot be listed`;
  }
}

function Values({ values: { curve, customers, allMs } }: { values: ValuesOverTime }) {
  const unit = unitOf(allMs);
  return (
    <Plot
      label={`Customers with their final lifetime values, up to ${count(customers)} after ${duration(allMs)}`}
      data={[curve.map(({ at }) => at / unit.milliseconds), curve.map((point) => point.customers)]}
      height={height}
      options={(colours) => ({
        ...plain,
        legend: { show: false },
        scales: { x: { time: false }, y: { range: fromZero } },
        axes: [inUnit(colours, unit), axis(colours)],
        series: [
          {},
          {
            label: 'customers',
            stroke: colours.series[1],
            width: 2,
            points: { show: false },
          },
        ],
      })}
    />
  );
}
