import { useEffect, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { CardGrid } from '../cards/card-grid.tsx';
import type { Card } from '../data/card.ts';
import type {
  CustomerLine,
  EnrollmentLine,
  EventLine,
  ListName,
  RequestLine,
  SequenceLine,
  WaitingLine,
} from '../data/dashboard.ts';
import { useNarrow } from '../parts/narrow.tsx';
import { VirtualList } from '../parts/virtual-list.tsx';
import { ask, useList } from './asking.tsx';
import type { Opened } from './details.tsx';
import { Customer, Enrollment, Event, Request, Sequence, Waiting } from './lines.tsx';
import type { SectionName } from './sections.tsx';

interface ListsProps {
  readonly name: SectionName;
  readonly label: string;
  readonly search: string;
  readonly revision: string;
  readonly onOpen: (opened: Opened) => void;
  readonly onTotal: (total: number | undefined) => void;
  readonly empty: ComponentChildren;
}

/** The list of a section. */
export function Lists({ name, ...props }: ListsProps) {
  const { onOpen } = props;
  switch (name) {
    case 'products':
      return <Products {...props} />;
    case 'sequences':
      return <Sequences {...props} />;
    case 'customers':
      return (
        <Lines<CustomerLine>
          {...props}
          view="customers"
          height={[60, 96]}
          render={(line) => (
            <Customer
              line={line}
              onOpen={() => {
                onOpen({ kind: 'customer', email: line.email });
              }}
            />
          )}
        />
      );
    case 'events':
      return (
        <Lines<EventLine>
          {...props}
          view="events"
          height={[48, 76]}
          render={(line) => (
            <Event
              line={line}
              onOpen={() => {
                onOpen({ kind: 'event', event: line });
              }}
            />
          )}
        />
      );
    case 'waiting':
      return (
        <Lines<WaitingLine>
          {...props}
          view="waiting"
          height={[60, 92]}
          render={(line) => <Waiting line={line} />}
        />
      );
    case 'enrollments':
      return (
        <Lines<EnrollmentLine>
          {...props}
          view="enrollments"
          height={[48, 84]}
          render={(line) => <Enrollment line={line} />}
        />
      );
    case 'requests':
      return (
        <Lines<RequestLine>
          {...props}
          view="requests"
          height={[44, 66]}
          render={(line) => <Request line={line} />}
        />
      );
  }
}

type Props = Omit<ListsProps, 'name'>;

function Products({ label, search, revision, onOpen, onTotal, empty }: Props) {
  const list = useList<Card>('products', search, revision);
  useTold(list.total, onTotal);
  if (list.total === 0) return <>{empty}</>;
  return (
    <CardGrid
      {...list}
      key={search}
      label={label}
      total={list.total ?? 0}
      onOpen={({ productId, title }) => {
        onOpen({ kind: 'product', productId, title });
      }}
    />
  );
}

interface LinesProps<Line> extends Props {
  readonly view: ListName;
  /** Pixels of a line on a screen and on a phone. */
  readonly height: readonly [number, number];
  readonly render: (line: Line) => ComponentChildren;
}

function Lines<Line>(props: LinesProps<Line>) {
  const { view, label, search, revision, height, render, onTotal, empty } = props;
  const list = useList<Line>(view, search, revision);
  const isNarrow = useNarrow();
  useTold(list.total, onTotal);
  if (list.total === 0) return <>{empty}</>;
  return (
    <VirtualList
      key={search}
      label={label}
      total={list.total ?? 0}
      rowHeight={height[isNarrow ? 1 : 0]}
      onRange={list.onRange}
      render={(index) => {
        const line = list.at(index);
        return line === undefined ? <span class="line" aria-hidden="true" /> : render(line);
      }}
    />
  );
}

function Sequences({ label, revision, onTotal, empty }: Props) {
  const [lines, setLines] = useState<readonly SequenceLine[]>();
  useEffect(() => {
    void ask<readonly SequenceLine[]>({ view: 'sequences' }).then(setLines);
  }, [revision]);
  useTold(lines?.length, onTotal);
  if (lines?.length === 0) return <>{empty}</>;
  return (
    <div class="scroller" tabIndex={0} role="region" aria-label={label}>
      {(lines ?? []).map((line) => (
        <Sequence key={line.id} line={line} />
      ))}
    </div>
  );
}

function useTold(total: number | undefined, onTotal: Props['onTotal']): void {
  useEffect(() => {
    onTotal(total);
  }, [total, onTotal]);
}
