/** What a heading says that its cells hold. */
interface ValueKind {
  readonly heading: RegExp;
  /** What a cell looks like that can be such a value. */
  readonly value: RegExp;
}

const yesNo = /^(true|false|yes|no|y|n|-?[01]|on|off|active|draft|archived)$/i;

/** The first that fits a heading decides. Headings that can hold anything, such as titles and codes, are of no kind. */
const kinds: readonly ValueKind[] = [
  {
    heading:
      /\b(alt|text|title|name|type|unit|code|policy|format|status|labels?|handle|key|slug|id|description|product url)\b/,
    value: /./,
  },
  {
    heading: /\bin stock\b/,
    value: /^((in|out)[ _-]?(of[ _-]?)?stock|backorder|preorder)$|^(true|false|yes|no|\d+)$/i,
  },
  {
    heading: /\b(published|taxable|visible|active|enabled|requires shipping|gift card|is \w+)\b/,
    value: yesNo,
  },
  { heading: /\b(date|created|updated|modified) ?(at|on)?\b/, value: /\d/ },
  {
    heading: /\b(quantity|qty|stock|position|sort|grams|weight|width|height|length|count)\b/,
    value: /^'?[-+\d.,\s]*\d\s*\w{0,3}'?$|^(unlimited|parent)$/i,
  },
  { heading: /\b(url|link|image|picture|photo|src)s?\b/, value: /[./]/ },
  {
    heading: /\b(price|cost|amount|total|subtotal|msrp)\b/,
    value: /^\D{0,4}[\d.,\s'’]*\d\D{0,4}$/,
  },
];

/** Whether a cell can be what its heading says. An empty one can. */
export function fitsHeading(cell: string, heading: string): boolean {
  const text = cell.trim();
  if (text === '') return true;
  const words = heading
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ');
  const kind = kinds.find((one) => one.heading.test(words));
  return kind?.value.test(text) ?? true;
}
