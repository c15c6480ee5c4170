/**
 * SHA-256 of bytes.
 * @throws TypeError in a page without a secure context, where browsers have no WebCrypto.
 */
export async function toSha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
}
