import { render } from 'preact';
import type { ComponentChildren } from 'preact';
import type { Report } from '../data/report.ts';
import { Chip, type Tone } from '../parts/chip.tsx';
import { embeddedData, root } from '../parts/data.tsx';
import { count, counted } from '../parts/money.ts';
import { dateTime, duration } from '../parts/time.ts';
import { Months, Spent, Throughput } from './plots.tsx';
import { RehearsalSections } from './rehearsal.tsx';
import '../parts/base.css';
import './report.css';

const tones: Readonly<Record<string, Tone>> = {
  completed: 'good',
  planned: 'cool',
  partial: 'warm',
  stopped: 'warm',
  failed: 'bad',
};

function Page({ report }: { report: Report }) {
  const { command, status, startedAt, durationMs, files, figures, timeline, history } = report;
  return (
    <main class="paper">
      <header>
        <p class="soft">sequenzy-cli {command}</p>
        <h1>{files.length === 0 ? command : files.join(', ')}</h1>
        <p>
          <Chip tone={tones[status] ?? 'plain'}>{status}</Chip> {dateTime(startedAt)}, took{' '}
          {duration(durationMs)}
        </p>
        {report.stoppedBy !== null && <p class="stopped">{report.stoppedBy}</p>}
      </header>
      <dl class="figures">
        {figures
          .filter(({ value }) => value !== 0)
          .map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{typeof value === 'number' ? count(value) : value}</dd>
            </div>
          ))}
      </dl>
      {report.rehearsal && <RehearsalSections rehearsal={report.rehearsal} />}
      {timeline.length > 2 && (
        <Section title="Requests and records over time">
          <Throughput timeline={timeline} limit={report.requestsPerMinute} />
        </Section>
      )}
      {history !== null && <HistorySections history={history} />}
      {report.rejects.length > 0 && <Rejects report={report} />}
      {report.restocks !== null && report.restocks.products + report.restocks.variants > 0 && (
        <Section title="Back in stock">
          <p>
            {counted(report.restocks.products, 'product')} and{' '}
            {counted(report.restocks.variants, 'variant')} come back in stock; Sequenzy was told of{' '}
            {counted(report.restocks.told, 'waiting list')}.
          </p>
        </Section>
      )}
      {report.differences.length > 0 && <Differences differences={report.differences} />}
      {report.warnings.length > 0 && (
        <Section title="Warnings">
          <ul>
            {report.warnings.map((warning, at) => (
              <li key={at}>{warning}</li>
            ))}
          </ul>
        </Section>
      )}
      <footer class="soft">
        <p class="code">sequenzy-cli {report.options.join(' ')}</p>
        <p>
          {report.versions.map(({ name, value }) => `${name} ${String(value)}`).join(' · ')}
          {report.isMasked && ' · e-mail addresses are masked'}
        </p>
        <p>Independent of the vendor.</p>
      </footer>
    </main>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function HistorySections({ history }: { history: NonNullable<Report['history']> }) {
  const { months, spent, customers } = history;
  return (
    <>
      {months.length > 0 && (
        <Section title="Orders per month">
          <Months months={months} />
          <p class="soft">
            {months[0]?.month} to {months.at(-1)?.month}. A month without orders in between may be
            missing from the export.
          </p>
        </Section>
      )}
      {spent.length > 0 && (
        <Section title="Lifetime values">
          <Spent {...history} />
          <p class="soft">
            {counted(customers, 'customer')} by what their orders in these files add up to; the last
            bar holds everybody above it.
          </p>
        </Section>
      )}
    </>
  );
}

function Rejects({ report: { rejects, rejectsFile } }: { report: Report }) {
  return (
    <Section title="Rejected">
      {rejectsFile !== null && (
        <p>
          All of them are in <span class="code">{rejectsFile}</span>.
        </p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">Reason</th>
            <th scope="col" class="number">
              Times
            </th>
            <th scope="col">Places</th>
          </tr>
        </thead>
        <tbody>
          {rejects.map(({ reason, count: times, places }) => (
            <tr key={reason}>
              <td>{reason}</td>
              <td class="number">{count(times)}</td>
              <td class="code">
                {places.join(', ')}
                {times > places.length && `, and ${count(times - places.length)} more`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Differences({ differences }: Pick<Report, 'differences'>) {
  return (
    <Section title="Differences">
      <table>
        <thead>
          <tr>
            <th scope="col">Product</th>
            <th scope="col">Field</th>
            <th scope="col">In the file</th>
            <th scope="col">In Sequenzy</th>
          </tr>
        </thead>
        <tbody>
          {differences.flatMap(({ productId, status, fields }) =>
            (fields.length === 0 ? [{ path: status, file: '', stored: '' }] : fields).map(
              ({ path, file, stored }) => (
                <tr key={productId + path}>
                  <td>{productId}</td>
                  <td class="code">{path}</td>
                  <td class="code">{file}</td>
                  <td class="code">{stored}</td>
                </tr>
              ),
            ),
          )}
        </tbody>
      </table>
    </Section>
  );
}

render(<Page report={embeddedData() as Report} />, root());
