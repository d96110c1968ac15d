/** What came back, whatever its form. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; `undefined` where it is empty or not JSON. */
  readonly json: unknown;
}
