import { SaxesParser, type SaxesTagNS } from 'saxes';
import { SourceError } from '../../faults/source-error.ts';
import { pendingOf } from './pending.ts';

/** One element that stands for a row. */
export interface Feed {
  /** Physical line of its start tag, from 1. */
  readonly line: number;
  /** Local name of a child, with that of its attribute `name`, or of an attribute of the element itself -> its text. */
  readonly cells: ReadonlyMap<string, string>;
  /** It is larger than the limit for one record, and the child above it is empty. */
  readonly isTooLarge: boolean;
}

/** A larger element would not fit into any request. Bytes. */
const maxElement = 16 * 1024 * 1024;

/** Follows the tags of an XML text and puts the wanted elements together. */
export class FeedParser {
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #file: string;
  readonly #elements: ReadonlySet<string>;
  readonly #take: (feed: Feed) => void;
  /** Open elements inside the wanted one, itself included; 0 is outside. */
  #depth = 0;
  #line = 1;
  #cells = new Map<string, string>();
  /** Name with prefix by which each cell was written. */
  #writtenAs = new Map<string, string>();
  #text = '';
  #size = 0;
  /** Names of the open elements inside the wanted one. */
  readonly #path: string[] = [];
  #isLeaf = false;
  readonly #isDeep: boolean;
  #isTooLarge = false;
  /** Whether the text of the child is too large to be kept. */
  #isDropped = false;
  #href: string | undefined;
  /** Tells apart children that have one element name: `<param name="Size">`. */
  #named = '';

  /**
   * @param options.isDeep Whether what stands deeper is read, too: `offer price`. Default: only children without elements
   * inside.
   */
  constructor(
    file: string,
    elements: ReadonlySet<string>,
    take: (feed: Feed) => void,
    { isDeep = false }: { readonly isDeep?: boolean } = {},
  ) {
    this.#file = file;
    this.#isDeep = isDeep;
    this.#elements = elements;
    this.#take = take;
    const parser = this.#parser;
    parser.on('opentag', (tag) => {
      this.#open(tag);
    });
    parser.on('closetag', (tag) => {
      this.#close(tag);
    });
    parser.on('text', (text) => {
      this.#add(text);
    });
    parser.on('cdata', (text) => {
      this.#add(text);
    });
    parser.on('error', (error) => {
      throw this.#refusal('the text is not well-formed XML from here on', error);
    });
  }

  write(chunk: string): void {
    this.#parser.write(chunk);
    const pending = pendingOf(this.#parser);
    if (pending.text.length <= maxElement) return;
    pending.text = '';
    if (this.#depth > 1) this.#drop();
  }

  close(): void {
    this.#parser.close();
  }

  #open(tag: SaxesTagNS): void {
    if (this.#depth === 0) {
      if (!this.#elements.has(tag.local)) return;
      this.#line = this.#parser.line;
      this.#cells = ownAttributes(tag);
      this.#writtenAs = new Map();
      this.#size = 0;
      this.#isTooLarge = false;
    } else {
      this.#text = '';
      this.#isLeaf = true;
      this.#isDropped = false;
      this.#href = tag.attributes['href']?.value;
      this.#named = tag.attributes['name']?.value.trim() ?? '';
      this.#path.push(tag.local);
      if (this.#isDeep) this.#putAttributes(tag);
    }
    this.#depth += 1;
  }

  #close(tag: SaxesTagNS): void {
    if (this.#depth === 0) return;
    this.#depth -= 1;
    if (this.#depth === 0) {
      this.#take({ line: this.#line, cells: this.#cells, isTooLarge: this.#isTooLarge });
    }
    if (this.#depth === 0) return;
    if (this.#isLeaf && (this.#isDeep || this.#depth === 1)) this.#put(tag);
    this.#isLeaf = false;
    this.#path.pop();
  }

  /** `<price currency="EUR">` -> `price currency` */
  #putAttributes(tag: SaxesTagNS): void {
    for (const [name, value] of ownAttributes(tag)) {
      const key = `${this.#path.join(' ')} ${name}`;
      if (name !== 'name' && name !== 'href') this.#cells.set(key, this.#cells.get(key) ?? value);
    }
  }

  /** Atom gives an address as an attribute. A name with prefix says more than the same without. */
  #put({ name, prefix }: SaxesTagNS): void {
    const element = this.#path.join(' ');
    const local = this.#named === '' ? element : `${element} ${this.#named}`;
    const text = this.#text.trim() || (this.#href?.trim() ?? '');
    const writtenAs = this.#writtenAs.get(local);
    const before = this.#cells.get(local);
    if (before === undefined || (writtenAs !== name && prefix !== '')) {
      this.#cells.set(local, text);
      this.#writtenAs.set(local, name);
    } else if (writtenAs === name) {
      this.#cells.set(local, `${before},${text}`);
    }
  }

  #add(text: string): void {
    if (this.#depth < 2 || this.#isDropped) return;
    this.#size += Buffer.byteLength(text);
    this.#text += text;
    if (this.#size > maxElement) this.#drop();
  }

  /** Lets go of the text of the child, so that those behind it are read. */
  #drop(): void {
    this.#size -= Buffer.byteLength(this.#text);
    this.#text = '';
    this.#isDropped = true;
    this.#isTooLarge = true;
  }

  #refusal(
    problem: string,
    cause?: Error,
    nextStep = 'Check that the file is complete, or export it again.',
  ): SourceError {
    return new SourceError(problem, {
      code: 'syntax',
      file: this.#file,
      line: this.#parser.line,
      nextStep,
      ...(cause !== undefined && { cause }),
    });
  }
}

/** `<offer id="1" available="true">`; what only declares a namespace says nothing. */
function ownAttributes({ attributes }: SaxesTagNS): Map<string, string> {
  const own = Object.values(attributes).filter(
    ({ name, prefix }) => name !== 'xmlns' && prefix !== 'xmlns' && prefix !== 'xml',
  );
  return new Map(own.map(({ local, value }) => [local, value.trim()]));
}
