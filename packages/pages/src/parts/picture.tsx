import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { webLink } from './web-link.ts';

/** Whether pictures are loaded from the shop: only once somebody wants them. */
export const Pictures = createContext(false);

interface PictureProps {
  readonly address: string | null;
  /** What stands in its place. */
  readonly title: string;
}

export function Picture({ address, title }: PictureProps) {
  const isWanted = useContext(Pictures);
  const [failed, setFailed] = useState('');
  const link = webLink(address);
  if (link !== undefined && isWanted && failed !== link) {
    return (
      <span class="picture">
        <img
          src={link}
          alt=""
          loading="lazy"
          referrerpolicy="no-referrer"
          onError={() => {
            setFailed(link);
          }}
        />
      </span>
    );
  }
  return (
    <span class="picture" style={{ '--hue': hueOf(title) }} aria-hidden="true">
      <span class="initials">{initialsOf(title)}</span>
      {(link === undefined || failed === link) && (
        <span class="picture-note">{link === undefined ? 'no picture' : 'cannot be loaded'}</span>
      )}
    </span>
  );
}

function initialsOf(title: string): string {
  const words = title.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .slice(0, 2)
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 32))
    .join('')
    .toUpperCase();
}

/** The same colour for the same title. */
function hueOf(title: string): number {
  let hue = 0;
  for (const letter of title) hue = (hue * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return hue;
}
