import * as z from 'zod';
import { currencyCodeOf } from './currency-code.ts';
import type { ReadingForm, ReadingOption } from '../input/reading-options.ts';

type ValueOf<Form extends ReadingForm> = Form extends 'switch'
  ? boolean
  : Form extends 'texts'
    ? readonly string[]
    : Form extends 'bytes' | 'seconds'
      ? number
      : Form extends readonly (infer Choice)[]
        ? Choice
        : string;

type Table = Readonly<Record<string, ReadingOption>>;

type ShapeOf<Options extends Table> = {
  readonly [Name in keyof Options]: z.ZodOptional<z.ZodType<ValueOf<Options[Name]['form']>>>;
};

/** The options of a table as a file holds them. */
export function shapeOf<Options extends Table>(table: Options): ShapeOf<Options> {
  const shape = Object.entries(table).map(([name, { form, description, value }]) => [
    name,
    schemaOf(form)
      .describe(value === undefined ? description : `${description} (${value})`)
      .optional(),
  ]);
  return Object.fromEntries(shape) as ShapeOf<Options>; // its own keys, each by its form
}

/** One value or several. */
export const texts = z
  .union([z.string(), z.array(z.string())])
  .transform((given): readonly string[] => (typeof given === 'string' ? [given] : given));

export const currencyCode = z.string().transform((text, context) => {
  const code = currencyCodeOf(text);
  if (code !== undefined) return code;
  context.addIssue({ code: 'custom', message: 'Expected an ISO 4217 code, such as USD' });
  return z.NEVER;
});

function schemaOf(form: ReadingForm): z.ZodType {
  if (typeof form !== 'string') return z.enum(form);
  switch (form) {
    case 'switch':
      return z.boolean();
    case 'text':
      return z.string();
    case 'texts':
      return texts;
    case 'currency':
      return currencyCode;
    case 'address':
      return webAddress;
    case 'bytes':
      return z.int().min(1);
    case 'seconds':
      return seconds;
  }
}

/** Milliseconds; a file holds seconds. */
export const seconds = z
  .number()
  .positive()
  .max(86_400)
  .transform((value) => Math.round(value * 1000));

export const webAddress = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    'Expected an address, such as https://shop.example',
  );
