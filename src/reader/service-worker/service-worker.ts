// Runs as the service worker of a site, at its root; built on its own: `vite.config.ts`.
import { gonePath, openMadeCache, toCacheName } from '#reader/storage/kept/kept-cache.ts'
import { KeptAnswers, type Asked } from './kept-answers.ts'
import { isGoneScript } from './gone-script.ts'

interface WorkerEvent extends Event, Asked {
  respondWith: (answer: Promise<Response>) => void
  waitUntil: (work: Promise<unknown>) => void
}

// The page's types know no service worker.
const worker = globalThis as unknown as {
  location: Location
  registration: ServiceWorkerRegistration
  clients: { claim: () => Promise<void> }
  skipWaiting: () => Promise<void>
  addEventListener: (type: string, listener: (event: WorkerEvent) => void) => void
}
const { scope } = worker.registration
const cacheName = toCacheName(new URL(scope).pathname)
const openCache = () => openMadeCache(cacheName, caches)
const answers = new KeptAnswers({
  scope,
  openCache,
  fetch: (request) => fetch(request),
})
let wasLookedFor = false

worker.addEventListener('install', () => {
  // It carries nothing of a build, so an older one need not finish.
  void worker.skipWaiting()
})
worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim())
})
worker.addEventListener('fetch', (event) => {
  const answer = answers.answer(event)
  if (answer === undefined) return
  event.respondWith(answer)
  if (event.request.mode === 'navigate') event.waitUntil(answer.then(leaveIfGone, () => undefined))
})

/** Browsers keep a worker whose script is gone. This one goes by itself, with all that it kept. */
async function leaveIfGone(): Promise<void> {
  if (wasLookedFor || !answers.hasHost) return
  wasLookedFor = true
  const place = { scope, ask, now: () => Date.now(), readSince, writeSince }
  if (!(await isGoneScript(worker.location.href, place))) return
  await caches.delete(cacheName)
  await worker.registration.unregister()
}

const ask = (address: string, how: RequestInit) => fetch(address, how)

async function readSince(): Promise<number | undefined> {
  const since: unknown = await (await (await openCache())?.match(scope + gonePath))?.json()
  return typeof since === 'number' ? since : undefined
}

async function writeSince(since: number | undefined): Promise<void> {
  const cache = await openCache()
  if (since === undefined) await cache?.delete(scope + gonePath)
  else await cache?.put(scope + gonePath, new Response(String(since)))
}
