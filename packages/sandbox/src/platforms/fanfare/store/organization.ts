import { makeUuid } from '../../../seed/random.ts';
import { MediaLibrary } from './media-library.ts';
import { OptionStore } from './options.ts';
import { ProductStore } from './products.ts';

/** Everything one organization has. */
export class Organization {
  readonly id: string;
  readonly products: ProductStore;
  readonly options: OptionStore;
  readonly media: MediaLibrary;
  readonly #seed: number;
  #ids = 0;

  constructor(seed: number) {
    this.#seed = seed;
    this.id = this.newId();
    const newId = (): string => this.newId();
    this.products = new ProductStore(newId);
    this.options = new OptionStore(newId);
    this.media = new MediaLibrary(newId);
  }

  newId(): string {
    this.#ids += 1;
    return makeUuid(this.#seed, this.#ids);
  }
}
