import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Figures, ListName, Part, Question } from '../data/dashboard.ts';

/** Asks the sandbox that serves this page. */
export async function ask<Answer>(question: Question): Promise<Answer> {
  const response = await fetch('/dashboard', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Answer; // the sandbox and its page are of one version
}

/** The latest figures, and whether the sandbox still answers. */
export function useFigures(): { readonly figures: Figures | undefined; readonly isLive: boolean } {
  const [figures, setFigures] = useState<Figures>();
  const [isLive, setLive] = useState(true);
  useEffect(() => {
    const stream = new EventSource('/dashboard/live');
    stream.onmessage = ({ data }) => {
      setLive(true);
      setFigures(JSON.parse(String(data)) as Figures);
    };
    stream.onerror = () => {
      setLive(false);
    };
    return () => {
      stream.close();
    };
  }, []);
  return { figures, isLive };
}

const partSize = 60;

interface List<Item> {
  /** Undefined until it is known. */
  readonly total: number | undefined;
  readonly at: (index: number) => Item | undefined;
  readonly onRange: (first: number, last: number) => void;
}

/** A list of which only the parts in sight are asked for, again whenever something has changed. */
export function useList<Item>(view: ListName, search: string, revision: string): List<Item> {
  const parts = useRef(new Map<number, readonly Item[]>());
  const range = useRef<readonly [number, number]>([0, partSize]);
  const asked = useRef(new Map<number, string>());
  const [total, setTotal] = useState<number>();
  const [, redraw] = useState(0);
  const key = `${view}\n${search}`;
  const shown = useRef(key);
  const look = useCallback((): void => {
    const stamp = `${key}\n${revision}`;
    const [first, last] = range.current;
    for (let part = Math.floor(first / partSize); part * partSize < Math.max(last, 1); part += 1) {
      if (asked.current.get(part) === stamp) continue;
      asked.current.set(part, stamp);
      void ask<Part<Item>>({ view, search, offset: part * partSize, limit: partSize })
        .then((found) => {
          if (shown.current !== key) return;
          parts.current.set(part, found.items);
          setTotal(found.total);
          redraw((count) => count + 1);
        })
        .catch(() => {
          asked.current.delete(part);
        });
    }
  }, [key, revision]);
  useEffect(() => {
    if (shown.current !== key) {
      shown.current = key;
      range.current = [0, partSize];
    }
    look();
  }, [key, look]);
  const onRange = useCallback(
    (first: number, last: number): void => {
      range.current = [first, last];
      look();
    },
    [look],
  );
  const at = (index: number): Item | undefined =>
    parts.current.get(Math.floor(index / partSize))?.[index % partSize];
  return { total, at, onRange };
}
