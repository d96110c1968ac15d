import type { Card } from '../data/card.ts';
import { VirtualList } from '../parts/virtual-list.tsx';
import { useNarrow } from '../parts/narrow.tsx';
import { ProductCard } from './product-card.tsx';

interface CardGridProps {
  readonly label: string;
  readonly total: number;
  readonly at: (index: number) => Card | undefined;
  readonly onRange: (first: number, last: number) => void;
  readonly onOpen: (card: Card) => void;
}

/** Cards side by side, as many as there is room for. */
export function CardGrid({ label, total, at, onRange, onOpen }: CardGridProps) {
  const isNarrow = useNarrow();
  return (
    <VirtualList
      label={label}
      total={total}
      rowHeight={isNarrow ? 258 : 300}
      columnWidth={isNarrow ? 150 : 220}
      onRange={onRange}
      render={(index) => {
        const card = at(index);
        if (card === undefined) return <span class="card" aria-hidden="true" />;
        return (
          <ProductCard
            card={card}
            onOpen={() => {
              onOpen(card);
            }}
          />
        );
      }}
    />
  );
}
