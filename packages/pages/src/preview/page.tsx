import { render } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { CardGrid } from '../cards/card-grid.tsx';
import { ProductDetail } from '../cards/product-detail.tsx';
import type { Card } from '../data/card.ts';
import type { Preview } from '../data/preview.ts';
import { embeddedData, root } from '../parts/data.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { count, counted } from '../parts/money.ts';
import { Pictures } from '../parts/picture.tsx';
import { PictureSwitch } from '../parts/picture-switch.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { dateTime } from '../parts/time.ts';
import '../parts/base.css';
import '../cards/cards.css';
import './preview.css';

function Page({ preview }: { preview: Preview }) {
  const { cards, files, source, madeAt, rejects, warnings } = preview;
  const [search, setSearch] = useState('');
  const [hasPictures, setPictures] = useState(false);
  const [opened, setOpened] = useState<Card>();
  const found = useMemo(() => cards.filter((card) => matches(card, search)), [cards, search]);
  const onSearch = useCallback((text: string) => {
    setSearch(text.trim().toLowerCase());
  }, []);
  return (
    <Pictures.Provider value={hasPictures}>
      <div class="sheet">
        <header class="heading">
          <h1>{files.join(', ')}</h1>
          <p class="soft">
            Read as {source}, {dateTime(madeAt)}. This is how Sequenzy would show it; nothing was
            sent.
          </p>
        </header>
        {(rejects.length > 0 || warnings.length > 0) && (
          <details class="notes">
            <summary>
              {[
                rejects.length > 0 && `${count(rejects.length)} not taken`,
                warnings.length > 0 && counted(warnings.length, 'warning'),
              ]
                .filter(Boolean)
                .join(', ')}
            </summary>
            <ul>
              {warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
              {rejects.map(({ place, reason }, at) => (
                <li key={at}>
                  <span class="code">{place}</span> {reason}
                </li>
              ))}
            </ul>
          </details>
        )}
        <main>
          <div class="bar">
            <h2>Products</h2>
            <span class="soft" role="status">
              {search === '' ? count(cards.length) : `${count(found.length)} found`}
            </span>
            <PictureSwitch isOn={hasPictures} onSwitch={setPictures} />
            <SearchField label="Search title, id or SKU" onSearch={onSearch} />
          </div>
          {found.length === 0 ? (
            <div class="empty">
              <strong>{search === '' ? 'No products' : 'Nothing matches'}</strong>
            </div>
          ) : (
            <CardGrid
              key={search}
              label="Products"
              total={found.length}
              at={(index) => found[index]}
              onRange={ignore}
              onOpen={setOpened}
            />
          )}
        </main>
      </div>
      {opened !== undefined && (
        <Dialog
          title={opened.title}
          onClose={() => {
            setOpened(undefined);
          }}
        >
          <ProductDetail card={opened} />
        </Dialog>
      )}
    </Pictures.Provider>
  );
}

function ignore(): void {
  // Everything is here.
}

function matches({ title, productId, variants }: Card, search: string): boolean {
  if (search === '') return true;
  const texts = [title, productId, ...variants.map(({ sku }) => sku ?? '')];
  return texts.some((text) => text.toLowerCase().includes(search));
}

render(<Page preview={embeddedData() as Preview} />, root());
