import type { InputOptions } from '../input/input-options.ts';
import type { Mapping } from '../mapping/language/mapping.ts';

/** Which files are read and how, of kinds of records that a mapping can be made for. */
export interface ReadingOptions extends InputOptions {
  /**
   * How a file with columns of its own is read; `auto` accepts what is proposed for one that no platform has written.
   * Default: such a file is refused with the proposal.
   */
  readonly mapping?: Mapping | 'auto';
  /** Field -> column or rule of a proposed mapping, instead of what would be proposed. */
  readonly set?: Mapping['fields'];
  /** What the mapping, or `map`, is called, such as the name of its file. */
  readonly mappingName?: string;
}
