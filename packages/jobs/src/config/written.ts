import * as z from 'zod';
import {
  clockTimeOf,
  dailyWindowOf,
  maxDeleteOf,
  orderStatuses,
  orderStatusesOf,
  rateOf,
  spanOf,
} from './forms.ts';

/** Text that is read as something else. */
function read<Value>(parse: (text: string) => Value | undefined, what: string) {
  return (text: string | number, context: z.RefinementCtx): Value => {
    const value = parse(String(text));
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: `Expected ${what}` });
    return z.NEVER;
  };
}

const numberOrText = z.union([z.number(), z.string()]);

export const count = z.int().min(0);
export const several = z.int().min(1);
export const time = z.string().transform(read(spanOf, 'a time such as 45s, 90m, 12h or 3d'));
export const rate = numberOrText.transform(
  read(rateOf, 'requests a minute, such as 100, or "off"'),
);
export const maxDelete = numberOrText.transform(
  read(maxDeleteOf, 'a number of products, or a share such as 10%'),
);
export const window = z
  .string()
  .transform(read(dailyWindowOf, 'two times of the day, such as 22:00-06:00'));
export const clockTime = z
  .string()
  .transform(read(clockTimeOf, 'a time of the day, such as 06:30'));
export const statuses = z
  .union([z.string(), z.array(z.string()).transform((list) => list.join(','))])
  .transform(read(orderStatusesOf, `some of ${orderStatuses.join(', ')}`));
export const since = z.string().min(1);

/** What stands in braces in the path of a report. */
const reportParts = ['company', 'feed', 'date', 'time'] as const;

/** `reports/{company}-{feed}-{date}.html` */
export const reportPath = z
  .string()
  .refine(
    (text) =>
      text.endsWith('.html') &&
      [...text.matchAll(/\{([^}]*)\}/g)].every(([, part]) =>
        reportParts.some((one) => one === part),
      ),
    'Expected a path that ends in .html, in which {company}, {feed}, {date} and {time} may stand',
  );

/** `5%` of what there is, as a share. */
export const share = z.string().transform(
  read((text) => {
    const [, digits] = /^(\d{1,3}(?:\.\d+)?)%$/.exec(text) ?? [];
    return digits === undefined || Number(digits) > 100 ? undefined : Number(digits) / 100;
  }, 'a share such as 5%'),
);

/** Where a secret is: it is never written into the file itself. */
export const reference = z.string().regex(/^(env|file|command):\s*\S/, {
  message: 'Expected env:NAME, file:path or command:…: a secret is never written into this file',
});
