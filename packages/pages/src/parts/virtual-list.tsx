import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface VirtualListProps {
  readonly label: string;
  readonly total: number;
  /** Pixels of a row. */
  readonly rowHeight: number;
  /** Pixels that a column needs at least. Default: one column. */
  readonly columnWidth?: number;
  /** Told which items are in sight. */
  readonly onRange: (first: number, last: number) => void;
  readonly render: (index: number) => ComponentChildren;
}

const rowsAround = 3;
const gap = 12;

/** A list of any length of which only what is in sight is in the page; a screen reader still hears its length. */
export function VirtualList(props: VirtualListProps) {
  const { label, total, rowHeight, columnWidth, onRange, render } = props;
  const list = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ top: 0, height: 800, width: 1000 });
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const look = (): void => {
      setSize({ top: element.scrollTop, height: element.clientHeight, width: element.clientWidth });
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  const columns =
    columnWidth === undefined
      ? 1
      : Math.max(2, Math.floor((size.width + gap) / (columnWidth + gap)));
  const rows = Math.ceil(total / columns);
  const firstRow = Math.max(0, Math.floor(size.top / rowHeight) - rowsAround);
  const lastRow = Math.min(rows, Math.ceil((size.top + size.height) / rowHeight) + rowsAround);
  const first = firstRow * columns;
  const last = Math.min(total, lastRow * columns);
  useEffect(() => {
    onRange(first, last);
  }, [first, last, onRange]);
  return (
    <div class="scroller" ref={list} tabIndex={0} role="region" aria-label={label}>
      <ul class="rows" style={{ height: `${rows * rowHeight}px` }}>
        {Array.from({ length: Math.max(0, last - first) }, (_, at) => {
          const index = first + at;
          const [row, column] = [Math.floor(index / columns), index % columns];
          const width = 100 / columns;
          return (
            <li
              key={index}
              aria-setsize={total}
              aria-posinset={index + 1}
              style={{
                height: `${rowHeight}px`,
                width: `${width}%`,
                transform: `translate(${column * 100}%, ${row * rowHeight}px)`,
              }}
            >
              {render(index)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
