/** An address at which a platform hands out a list page by page, to everybody. */
export interface PagedAddress {
  /** The address of a page, from 1. */
  page(number: number): URL;
  /** What is on a page, by id, none on the last; undefined where the text is not a page of such a list. */
  idsOn(text: string): readonly string[] | undefined;
  /** Milliseconds from one page to the next. */
  readonly pause: number;
  /** Statuses by which the platform asks for a slower pace. */
  readonly slowDown: readonly number[];
  /** Why an answer is not the list, where the platform has a reason of its own. */
  explain(answer: {
    readonly status: number;
    readonly page: number;
    /** Where it came from in the end. */
    readonly url: URL;
  }): { readonly problem: string; readonly nextStep: string } | undefined;
}
