import { liveSources } from 'sequenzy-sources/live';
import type { Subject } from '../command/build.ts';
import { helpWidth, laidOut, rowsOf } from '../command/help.ts';
import { wrap } from '../terminal/cells.ts';

/** A page of help about no single command. */
interface Topic extends Subject {
  readonly entries: readonly (readonly [name: string, meaning: string])[];
  readonly text: readonly string[];
}

const live = liveSources.flatMap(({ name, secrets, address }) => [
  ...secrets.map(({ variable, noun }) => [variable, `${noun}, for --from ${name}`] as const),
  ...(address === undefined
    ? []
    : [[address.variable, `its address (default: ${address.default})`] as const]),
]);

export const topics: readonly Topic[] = [
  {
    name: 'environment',
    summary: 'variables that commands read',
    entries: [
      ['SEQUENZY_API_KEY', 'the key; --api-key-file wins'],
      ['SEQUENZY_API_URL', 'origin of the API, or SEQUENZY_BASE_URL; --base-url wins'],
      ['SEQUENZY_STATE_DIR', 'folder that remembers what was sent; --state-dir wins'],
      ['SEQUENZY_QUOTA_DIR', 'where processes that share the quota of a key meet'],
      ...new Map(live),
      ['HTTPS_PROXY, HTTP_PROXY', 'the proxy to go through; ALL_PROXY where they are not set'],
      ['NO_PROXY', 'hosts that are reached without it'],
      ['NODE_EXTRA_CA_CERTS', 'file with the authority of a proxy that inspects TLS'],
      ['NO_COLOR, FORCE_COLOR', 'whether there is colour'],
      ['XDG_DATA_HOME, TMPDIR', 'where data and temporary files are'],
    ],
    text: ['The key is never taken from an argument: others on this machine could see it.'],
  },
  {
    name: 'exit-codes',
    summary: 'what a command ends with',
    entries: [
      ['0', 'all accepted or unchanged'],
      ['1', 'a bug in sequenzy-cli'],
      ['2', 'usage, or input that cannot be read; nothing was sent'],
      ['3', 'some records were rejected or not found, or something differs'],
      ['4', 'the key or its permission was refused'],
      ['75', 'stopped early: run the same command again to continue'],
      ['130', 'interrupted (Ctrl-C)'],
    ],
    text: [
      'With --json, stoppedBy.code says why; docs/errors.md has the cause and the way out of each.',
      'The help of a command says what its exit codes mean: sequenzy-cli help catalog sync.',
    ],
  },
  {
    name: 'mapping',
    summary: 'how a file with columns of its own is read',
    entries: [
      ['map products.csv', 'shows how it would be read, and writes the mapping'],
      ['--map auto', 'accepts what is proposed'],
      ['--map products.map.json', 'reads it by this mapping'],
    ],
    text: [
      'A mapping names the field that each column holds: {"fields": {"productId": "SKU", "price": {"from": "Cost", "decimal": ","}}}. The file products.map.json beside products.csv is used without an option.',
      'docs/mapping.md has every rule.',
    ],
  },
  {
    name: 'formats',
    summary: 'files that can be read',
    entries: [
      ['CSV, TSV', 'comma, semicolon, tab or |; UTF-8, UTF-16, Windows-1250 to 1254, KOI8-R'],
      ['JSON, NDJSON', 'one document, a list, an answer of an API, or one document a line'],
      ['XML', 'product feeds'],
      ['.xlsx, .ods', 'one sheet of a workbook, see --sheet'],
      ['.gz', 'each of them, gzipped'],
      ['https://…', 'each of them, at a web address'],
      ['-', 'standard input'],
    ],
    text: [
      'The platform that wrote a file is recognised by its columns or keys. sequenzy-cli sources list shows every format, sequenzy-cli sources show shopify what is read of one.',
    ],
  },
];

/** Undefined where there is no such topic. */
export function topicText(name: string, columns: number | undefined): string | undefined {
  const topic = topics.find((one) => one.name === name);
  if (topic === undefined) return undefined;
  const width = helpWidth(columns);
  const rows = topic.entries.map(([label, summary]) => ({ name: label, summary }));
  return laidOut([
    [`${topic.name}: ${topic.summary}`],
    rowsOf(rows, width),
    ...topic.text.map((text) => wrap(text, width)),
  ]);
}
