import { serviceWorkerPath } from '#contract/offline-file.ts'
import { makeTrustedPolicy } from '#reader/data/files/trusted-policy.ts'
import { siteBase, toHref } from '#reader/links/paths.ts'
import { isOneFile } from '#reader/links/place.ts'
import { toCacheName } from '#reader/storage/kept/kept-cache.ts'

/** Nothing can be kept here: the browser has no service workers, or takes none in this window or from this host. */
export class NoWorkerError extends Error {
  override readonly name = 'NoWorkerError'
}

/** Whether this browser can keep anything of this site: it needs a secure context, and some private windows refuse. */
export function canKeep(): boolean {
  return !isOneFile && 'serviceWorker' in navigator && 'caches' in globalThis
}

// The Content-Security-Policy allows this policy name, once. All it can create is the address of the site's own worker (A13).
const policy = makeTrustedPolicy('broadsheet-service-worker', {
  createScriptURL: (address: string) => {
    if (address !== toHref(serviceWorkerPath)) throw new TypeError('there is one service worker')
    return address
  },
})

/**
 * Has the browser start the site's service worker.
 * @throws NoWorkerError where it does not.
 */
export async function startKeptWorker(): Promise<void> {
  if (!canKeep()) throw new NoWorkerError('no service workers')
  const address = toHref(serviceWorkerPath)
  try {
    await navigator.serviceWorker.register(policy?.createScriptURL(address) ?? address, {
      scope: siteBase,
      updateViaCache: 'none',
    })
  } catch (cause) {
    throw new NoWorkerError('the service worker was refused', { cause })
  }
  // Firefox asks its reader, and has been seen never to answer: nothing waits for it.
  void navigator.storage?.persist?.().catch(() => undefined)
}

/** Removes the worker of this site, and all that is kept: within a change. */
export async function removeKept(): Promise<void> {
  if (!canKeep()) return
  await caches.delete(toCacheName(siteBase))
  await (await findOwnWorker())?.unregister()
}

/** The registration of this site's worker; `undefined` where there is none. */
export async function findOwnWorker(): Promise<ServiceWorkerRegistration | undefined> {
  if (!canKeep()) return undefined
  const registration = await navigator.serviceWorker.getRegistration(siteBase)
  // One that answers for a folder above is of another site.
  const isOwn = registration !== undefined && new URL(registration.scope).pathname === siteBase
  return isOwn ? registration : undefined
}

/** Fires when everything is removed, for all changes that were asked for before. */
let untilRemoval = new AbortController()

/**
 * Runs one change of what is kept at a time, in all windows of the site. `signal` fires when everything is removed meanwhile.
 * @throws AbortError when that happens, also in another window.
 */
export async function changeKept<T>(change: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const own = untilRemoval
  const { signal } = own
  let isRunning = false
  const run = async () => {
    isRunning = true
    try {
      signal.throwIfAborted()
      return await change(signal)
    } finally {
      isRunning = false
    }
  }
  const { locks } = navigator as { locks?: LockManager }
  if (locks === undefined) return run()
  try {
    return await locks.request(toCacheName(siteBase), { signal }, run)
  } catch (error) {
    // Another window has taken the lock away.
    if (isRunning) own.abort()
    // What is asked for from now on was asked for after that removal.
    if (isRunning && untilRemoval === own) untilRemoval = new AbortController()
    throw error
  }
}

/** Removes the worker of this site, and all that is kept. Waits for no other change: it ends them. */
export async function removeAtOnce(): Promise<void> {
  untilRemoval.abort()
  untilRemoval = new AbortController()
  const { locks } = navigator as { locks?: LockManager }
  if (locks === undefined) await removeKept()
  else await locks.request(toCacheName(siteBase), { steal: true }, removeKept)
}
