/** Whether the browser hashes here: only in secure contexts (https, localhost). Elsewhere parsers are the only check. */
export function canHash(): boolean {
  return 'subtle' in crypto
}

/** SHA-256 by the browser, 32 bytes. */
export async function webSha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
}
