/** A webhook as it came; nothing in it has been believed yet. */
export interface Delivery {
  readonly headers: Headers;
  /** The body, byte by byte. */
  readonly body: Uint8Array;
  /** Last segment of the path, decoded: where a platform that cannot send headers puts its secret. */
  readonly lastSegment: string;
}

/** How one platform proves that a webhook is its own. */
export interface Scheme {
  /** Says what is wrong with a secret, as a clause; undefined where it can be used. */
  faultOf(secret: string): string | undefined;
  /**
   * Whether the webhook was made by someone who knows the secret. Compared in constant time.
   *
   * @param now Milliseconds since 1970.
   */
  verify(delivery: Delivery, secret: string, now: number): Promise<boolean>;
}

/** Any text but an empty one. */
export function faultOfText(secret: string): string | undefined {
  return secret.trim() === '' ? 'is empty' : undefined;
}
