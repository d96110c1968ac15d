/** How an option of reading is given: a form, or one of these words. */
export type ReadingForm =
  | 'switch'
  | 'text'
  /** May be given several times. */
  | 'texts'
  /** ISO 4217. */
  | 'currency'
  | 'address'
  | 'bytes'
  /** Milliseconds; a person gives seconds. */
  | 'seconds'
  | readonly string[];

/** One option that says how an input is read. */
export interface ReadingOption {
  /** What it is given as on a command line, where that is not its name in kebab case. */
  readonly flag?: string;
  readonly form: ReadingForm;
  /** What stands for its value: `<code>`. */
  readonly value?: string;
  readonly description: string;
  /** What holds where it is not given. */
  readonly default?: string;
  readonly group: 'input' | 'sent';
  /** Whether few need it. */
  readonly isRare?: true;
  /** Whether another value makes something else of the same input. */
  readonly isRead: boolean;
}

const from = {
  form: 'text',
  value: '<name>',
  description: 'what wrote the file, if it is not recognised',
  group: 'input',
  isRead: true,
} as const;

const sheet = {
  form: 'text',
  value: '<name|number>',
  description: 'sheet of a workbook',
  default: 'the first that is not empty',
  group: 'input',
  isRare: true,
  isRead: true,
} as const;

/** Its content is read, so that its path alone says nothing. */
const map = {
  form: 'text',
  value: '<file|auto>',
  description: 'mapping of columns; auto accepts the one proposed',
  group: 'input',
  isRead: true,
} as const;

const currency = {
  form: 'currency',
  value: '<code>',
  description: 'ISO 4217 currency of amounts without one',
  group: 'input',
  isRead: true,
} as const;

/** How an input at a web address is fetched. */
export const fetching = {
  allowPrivateAddresses: {
    form: 'switch',
    description: 'also fetch inputs from this machine and private networks',
    group: 'input',
    isRare: true,
    isRead: false,
  },
  maxInputBytes: {
    form: 'bytes',
    value: '<n>',
    description: 'size limit of a fetched input',
    default: '500 MiB',
    group: 'input',
    isRare: true,
    isRead: false,
  },
  inputTimeout: {
    form: 'seconds',
    value: '<seconds>',
    description: 'time limit of a fetch',
    default: '600',
    group: 'input',
    isRare: true,
    isRead: false,
  },
} as const satisfies Readonly<Record<string, ReadingOption>>;

/** How product files are read. */
export const productReading = {
  from,
  map,
  currency,
  sheet,
  decimal: {
    form: ['.', ','],
    value: '<sign>',
    description: 'decimal separator in prices',
    group: 'input',
    isRare: true,
    isRead: true,
  },
  priceTax: {
    form: ['included', 'excluded'],
    value: '<kind>',
    description: 'whether prices include tax, if the file does not say',
    group: 'input',
    isRare: true,
    isRead: true,
  },
  storeUrl: {
    form: 'address',
    value: '<url>',
    description: 'address of the shop, for addresses that begin with /',
    group: 'input',
    isRead: true,
  },
  idFrom: {
    form: 'text',
    value: '<column>',
    description: 'column to use as the productId, where the format offers a choice',
    group: 'input',
    isRare: true,
    isRead: true,
  },
  empty: {
    form: ['keep', 'clear'],
    value: '<meaning>',
    description: 'what an empty cell does to the stored value',
    default: 'keep',
    group: 'sent',
    isRare: true,
    isRead: true,
  },
  includeUnpublished: {
    form: 'switch',
    description: 'also take products that are not on sale',
    group: 'sent',
    isRead: true,
  },
  strictUrls: {
    form: 'switch',
    description: 'reject products with a bad address instead of clearing it',
    group: 'sent',
    isRare: true,
    isRead: true,
  },
} as const satisfies Readonly<Record<string, ReadingOption>>;

/** How order files are read. */
export const orderReading = {
  from,
  map,
  currency,
  sheet,
  timezone: {
    form: 'text',
    value: '<iana>',
    description: 'zone of times without one, such as Europe/Berlin',
    group: 'input',
    isRead: true,
  },
  dateFormat: {
    form: ['DMY', 'MDY', 'YMD'],
    value: '<order>',
    description: 'how to read 2/3/2024',
    group: 'input',
    isRead: true,
  },
  decimal: {
    form: ['.', ','],
    value: '<sign>',
    description: 'decimal separator of the amounts',
    group: 'input',
    isRare: true,
    isRead: true,
  },
  idFrom: {
    form: 'text',
    value: '<column>',
    description: 'column to use as the orderId, where the format offers a choice',
    group: 'input',
    isRare: true,
    isRead: true,
  },
  ignoreColumns: {
    flag: 'ignore-column',
    form: 'texts',
    value: '<heading>',
    description:
      'leave out a column that could be a status, a refund, a test or a currency; may be repeated',
    group: 'input',
    isRare: true,
    isRead: true,
  },
  totalIs: {
    form: ['totalAmount', 'totalAmount+shipping'],
    value: '<sum>',
    description: 'what the total of an order means, if its platform leaves that open',
    group: 'input',
    isRare: true,
    isRead: true,
  },
  includePending: {
    form: 'switch',
    description: 'also take orders that are not paid yet',
    group: 'sent',
    isRare: true,
    isRead: true,
  },
  includeTests: {
    form: 'switch',
    description: 'also take test orders',
    group: 'sent',
    isRare: true,
    isRead: true,
  },
} as const satisfies Readonly<Record<string, ReadingOption>>;

/** Names of the options that make something else of the same input, without the mapping, which is a file. */
export function namesRead<Table extends Readonly<Record<string, ReadingOption>>>(
  table: Table,
): readonly Exclude<keyof Table & string, 'map'>[] {
  const names = Object.keys(table).filter((name) => name !== 'map' && table[name]?.isRead === true);
  return names as Exclude<keyof Table & string, 'map'>[]; // its own keys
}

/** Those of the options that are given. */
export function given<Options extends object, Name extends keyof Options & string>(
  options: Options,
  names: readonly Name[],
): { readonly [One in Name]?: Exclude<Options[One], undefined> } {
  const said = names.filter((name) => options[name] !== undefined);
  // Only what is given is taken.
  return Object.fromEntries(said.map((name) => [name, options[name]])) as {
    [One in Name]?: Exclude<Options[One], undefined>;
  };
}
