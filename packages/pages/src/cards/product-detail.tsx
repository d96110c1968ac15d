import type { Card } from '../data/card.ts';
import { Chip } from '../parts/chip.tsx';
import { count, money } from '../parts/money.ts';
import { Picture } from '../parts/picture.tsx';
import { webLink } from '../parts/web-link.ts';
import { Price, stockOf } from './product-card.tsx';

/** Everything that is known of a product. */
export function ProductDetail({ card }: { card: Card }) {
  const stock = stockOf(card);
  return (
    <>
      <div class="detail-top">
        <Picture address={card.imageUrl} title={card.title} />
        <div>
          <Price card={card} />
          <p>
            <Chip tone={stock.tone}>{stock.text}</Chip>
          </p>
          <p class="soft code">{card.productId}</p>
          <Address label="Page" address={card.url} />
          <Address label="Picture" address={card.imageUrl} />
        </div>
      </div>
      {card.description !== null && card.description !== '' && (
        <p class="description">{card.description}</p>
      )}
      {card.variants.length > 0 && <Variants card={card} />}
    </>
  );
}

/** Only what leads to the web is a link; anything else is shown as it is. */
function Address({ label, address }: { label: string; address: string | null }) {
  if (address === null) return <p class="soft">No {label.toLowerCase()} address</p>;
  const link = webLink(address);
  return (
    <p class="address">
      <span class="soft">{label}: </span>
      {link === undefined ? (
        address
      ) : (
        <a href={link} target="_blank" rel="noopener noreferrer">
          {address}
        </a>
      )}
    </p>
  );
}

function Variants({ card: { variants, currency } }: { card: Card }) {
  return (
    <>
      <h3>{variants.length === 1 ? '1 variant' : `${count(variants.length)} variants`}</h3>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">Variant</th>
              <th scope="col">SKU</th>
              <th scope="col" class="number">
                Price
              </th>
              <th scope="col" class="number">
                Stock
              </th>
            </tr>
          </thead>
          <tbody>
            {variants.map((variant) => (
              <tr key={variant.variantId}>
                <td>{variant.title}</td>
                <td class="code">{variant.sku ?? '–'}</td>
                <td class="number">
                  {variant.priceCents === null ? '–' : money(variant.priceCents, currency)}
                </td>
                <td class="number">
                  {variant.inventoryQuantity ?? (variant.inStock ? 'in stock' : 'out of stock')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
