import type { Arrival } from '../../../http/arrival.ts';

/** The parameters of a request: those of its form, and of its address, where a client puts them there. */
export function formOf({ query, body }: Pick<Arrival, 'query' | 'body'>): URLSearchParams {
  const form = new URLSearchParams(body.text);
  for (const [name, value] of query) if (!form.has(name)) form.set(name, value);
  return form;
}

/** A number of a form, at least 1; the default where it is none. */
export function countOf(form: URLSearchParams, name: string, otherwise: number): number {
  const number = Number(form.get(name) ?? '');
  return Number.isInteger(number) && number >= 1 ? number : otherwise;
}
