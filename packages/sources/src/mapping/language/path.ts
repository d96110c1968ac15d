import { isRecord } from 'sequenzy-contract';

/** Keys, indices, and `[]` for each member of a list: `items[].price.amount`. */
type Step = string | number;

const each = '[]';

/** The value at a JSON path such as `a.b[0].c`; a key that is written like a path comes first. */
export function valueAt(value: unknown, path: string, at: number): unknown {
  if (isRecord(value) && Object.hasOwn(value, path)) return value[path];
  return stepsOf(path).reduce<unknown>((inner, step) => {
    if (step === each || typeof step === 'number') {
      return Array.isArray(inner)
        ? (inner as unknown[])[typeof step === 'number' ? step : at]
        : undefined;
    }
    return isRecord(inner) ? inner[step] : undefined;
  }, value);
}

/** The path of the list whose members a path reads one by one: `items` of `items[].price`. */
export function listOf(path: string): string | undefined {
  const end = path.indexOf(each);
  return end < 0 ? undefined : path.slice(0, end);
}

/** A value as the text of a cell; of a list its first member. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return textOf(value[0]);
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return numberText(value);
  return typeof value === 'boolean' ? String(value) : '';
}

/** A number is not ambiguous, and three decimals of a text would be. */
function numberText(value: number): string {
  const text = String(value);
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

function stepsOf(path: string): Step[] {
  return path.split('.').flatMap((part) => {
    const [, key = '', indices = ''] = /^([^[]*)((?:\[\d*\])*)$/.exec(part) ?? [undefined, part];
    const steps = [...indices.matchAll(/\[(\d*)\]/g)].map(([, index = '']) =>
      index === '' ? each : Number(index),
    );
    return key === '' ? steps : [key, ...steps];
  });
}
