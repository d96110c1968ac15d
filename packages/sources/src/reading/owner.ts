/** What is known of a record although it has faults: whose it is, and since when. */
export interface Owner {
  /** In lower case. */
  readonly email: string;
  /** As the API takes times; absent where it cannot be read without doubt. */
  readonly orderedAt?: string;
}
