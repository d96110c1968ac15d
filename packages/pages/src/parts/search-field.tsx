import { useEffect, useState } from 'preact/hooks';

interface SearchFieldProps {
  readonly label: string;
  readonly onSearch: (text: string) => void;
}

const pause = 120;

/** Searches while somebody types; `/` leads to it. */
export function SearchField({ label, onSearch }: SearchFieldProps) {
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => {
      onSearch(text);
    }, pause);
    return () => {
      clearTimeout(timer);
    };
  }, [text, onSearch]);
  useEffect(() => {
    const toField = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof HTMLInputElement;
      if (event.key !== '/' || isTyping || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      document.querySelector<HTMLInputElement>('input[type=search]')?.focus();
    };
    document.addEventListener('keydown', toField);
    return () => {
      document.removeEventListener('keydown', toField);
    };
  }, []);
  return (
    <input
      type="search"
      aria-label={label}
      placeholder={`${label}  /`}
      autocomplete="off"
      spellcheck={false}
      value={text}
      onInput={(event) => {
        setText(event.currentTarget.value);
      }}
    />
  );
}
