/**
 * Whether the site has no service worker any more: its host says that there is no such script, or answers with a page.
 * Without an answer, and with an error of the host, it may still have one.
 */
export async function isGoneScript(
  address: string,
  ask: (address: string, how: RequestInit) => Promise<Response>,
): Promise<boolean> {
  try {
    const { ok, status, headers } = await ask(address, { cache: 'no-cache' })
    const isScript = /javascript/.test(headers.get('content-type') ?? '')
    return status === 404 || status === 410 || (ok && !isScript)
  } catch {
    return false
  }
}
