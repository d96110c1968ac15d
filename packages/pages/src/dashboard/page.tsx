import { render } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { Pictures } from '../parts/picture.tsx';
import { root } from '../parts/data.tsx';
import { count, counted } from '../parts/money.ts';
import { PictureSwitch } from '../parts/picture-switch.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { ask, useFigures } from './asking.tsx';
import { Details, type Opened } from './details.tsx';
import { RateGauge } from './gauge.tsx';
import { Lists } from './lists.tsx';
import { sectionOf, sections } from './sections.tsx';
import '../parts/base.css';
import '../cards/cards.css';
import './dashboard.css';

function Dashboard() {
  const { figures, isLive } = useFigures();
  const [section, setSection] = useState(() => sectionOf(location.hash));
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState<Opened>();
  const [hasPictures, setPictures] = useState(false);
  const [total, setTotal] = useState<number>();
  useEffect(() => {
    const follow = (): void => {
      setSection(sectionOf(location.hash));
      setSearch('');
      setTotal(undefined);
    };
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('hashchange', follow);
    };
  }, []);
  useEffect(() => {
    document
      .querySelector('nav [aria-current]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [section]);
  const onSearch = useCallback((text: string) => {
    setSearch(text);
  }, []);
  const revision = figures?.revision ?? '';
  const { name, label } = section;
  const found = total === undefined ? '' : foundWords(total, search, name === 'products');
  return (
    <Pictures.Provider value={hasPictures}>
      <div class="frame">
        <header class="top">
          <h1>
            Sequenzy <span class="badge">sandbox</span>
          </h1>
          <p class="soft note">
            Nothing here is real: no e-mail is sent, and nothing leaves this machine.{' '}
            {figures !== undefined &&
              (figures.stateFile === null
                ? 'It forgets everything at its end.'
                : `It is kept in ${figures.stateFile}.`)}
          </p>
          <p class="tools">
            <span class={isLive ? 'live' : 'live off'} role="status">
              {isLive ? 'live' : 'the sandbox has ended'}
            </span>
            <button
              type="button"
              class="quiet"
              onClick={() => {
                if (confirm('Forget everything in this sandbox?')) void ask({ view: 'reset' });
              }}
            >
              Reset
            </button>
          </p>
        </header>
        <div class="side">
          <nav aria-label="Sections">
            {sections.map((one) => (
              <a
                key={one.name}
                href={`#${one.name}`}
                aria-current={one.name === name ? 'page' : undefined}
              >
                <span>{one.label}</span>{' '}
                <span class="soft">{count(figures?.counts[one.name] ?? 0)}</span>
              </a>
            ))}
          </nav>
          {figures !== undefined && <RateGauge gauge={figures.gauge} />}
        </div>
        <main>
          <div class="bar">
            <h2>{label}</h2>
            <span class="soft" role="status">
              {found}
            </span>
            {name === 'products' && <PictureSwitch isOn={hasPictures} onSwitch={setPictures} />}
            {section.search !== '' && (
              <SearchField key={name} label={section.search} onSearch={onSearch} />
            )}
          </div>
          <Lists
            key={name}
            name={name}
            label={label}
            search={search}
            revision={revision}
            onOpen={setOpened}
            onTotal={setTotal}
            empty={
              <div class="empty">
                <strong>{search === '' ? section.empty : 'Nothing matches'}</strong>
                {search === '' && <span class="code">{section.hint}</span>}
              </div>
            }
          />
        </main>
      </div>
      {opened !== undefined && (
        <Details
          opened={opened}
          revision={revision}
          onClose={() => {
            setOpened(undefined);
          }}
        />
      )}
    </Pictures.Provider>
  );
}

function foundWords(total: number, search: string, areProducts: boolean): string {
  if (search !== '') return `${count(total)} found`;
  return areProducts ? counted(total, 'product') : count(total);
}

render(<Dashboard />, root());
