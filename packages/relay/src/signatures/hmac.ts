const algorithm = { name: 'HMAC', hash: 'SHA-256' } as const;

/** Whether a signature is the HMAC-SHA256 of a message. The platform's own `verify` takes constant time. */
export async function isHmac(
  signature: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
  key: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['verify']);
  return crypto.subtle.verify('HMAC', imported, signature, message);
}
