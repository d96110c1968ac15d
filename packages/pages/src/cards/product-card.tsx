import type { Card, CardVariant } from '../data/card.ts';
import { Chip, type Tone } from '../parts/chip.tsx';
import { count, money } from '../parts/money.ts';
import { Picture } from '../parts/picture.tsx';

interface ProductCardProps {
  readonly card: Card;
  readonly onOpen: () => void;
}

/** A product as the product block of an e-mail would show it. */
export function ProductCard({ card, onOpen }: ProductCardProps) {
  const { title, imageUrl, variants } = card;
  const stock = stockOf(card);
  return (
    <button type="button" class="card" onClick={onOpen} aria-haspopup="dialog">
      <Picture address={imageUrl} title={title} />
      <span class="card-text">
        <span class="card-title">{title}</span>
        <Price card={card} />
        <span class="card-foot">
          <Chip tone={stock.tone}>{stock.text}</Chip>
          {variants.length > 1 && <span class="soft">{variants.length} variants</span>}
        </span>
      </span>
    </button>
  );
}

type Priced = Pick<Card, 'priceCents' | 'compareAtPriceCents' | 'currency'>;

/** The price; beside it what it is compared with, where that is more. */
export function Price({ card: { priceCents, compareAtPriceCents, currency } }: { card: Priced }) {
  if (priceCents === null) return <span class="price soft">no price</span>;
  const before = compareAtPriceCents ?? 0;
  const isReduced = before > priceCents;
  return (
    <span class="price">
      <strong>{money(priceCents, currency)}</strong>
      {isReduced && (
        <>
          <s>
            <span class="hidden">before: </span>
            {money(before, currency)}
          </s>
          <span class="off">−{Math.round((1 - priceCents / before) * 100)}%</span>
        </>
      )}
    </span>
  );
}

type Stocked = Pick<CardVariant, 'inStock' | 'inventoryQuantity'>;

/** Whether it can be had, and how many there are where that is known. */
export function stockOf({
  inStock,
  variants,
}: Pick<Card, 'inStock'> & { variants: readonly Stocked[] }): {
  readonly text: string;
  readonly tone: Tone;
} {
  if (!inStock) return { text: 'Out of stock', tone: 'bad' };
  const known = variants.map(({ inventoryQuantity }) => inventoryQuantity ?? NaN);
  const left = known.reduce((sum, one) => sum + Math.max(0, one), 0);
  const text = known.length > 0 && left > 0 ? `In stock · ${count(left)}` : 'In stock';
  return { text, tone: 'good' };
}
