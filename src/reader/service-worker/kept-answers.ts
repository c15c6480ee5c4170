import { manifestPath } from '#contract/file-names.ts'
import {
  keptPages,
  keptRecordPath,
  toBuildPath,
  toKeptResponse,
} from '#reader/storage/kept/kept-cache.ts'

/** How long a page waits for the host before it opens from what is kept, milliseconds. */
const patienceMs = 5_000

/** What the worker needs of its place. */
export interface WorkerPlace {
  /** Address of the site's folder, with a slash at the end. */
  scope: string
  openCache: () => Promise<Pick<Cache, 'match' | 'put'>>
  fetch: (request: Request) => Promise<Response>
  wait?: (ms: number) => Promise<void>
}

/** The part of a fetch event that decides its answer. */
export interface Asked {
  request: Request
  /** Id of the page that asks. */
  clientId: string
  /** Id of the page that a navigation leads to. */
  resultingClientId: string
}

/**
 * Answers a site's requests, from what is kept of it where the host does not. It proves nothing: what pages read, they
 * prove themselves, whoever has answered.
 */
export class KeptAnswers {
  readonly #place: WorkerPlace
  /** Pages that were opened from what is kept: they start with the manifest of their own build. */
  readonly #kept = new Set<string>()

  constructor(place: WorkerPlace) {
    this.#place = place
  }

  /** The answer; `undefined` for everything that the worker leaves to the browser, such as all that is not of this site. */
  answer(asked: Asked): Promise<Response> | undefined {
    const { request } = asked
    const path = this.#toPath(request)
    if (path === undefined) return undefined
    if (request.mode === 'navigate') return this.#answerPage(asked, path)
    if (path === manifestPath) return this.#answerManifest(asked)
    return /^(?:assets|data)\//.test(path) ? this.#answerFile(request, path) : undefined
  }

  /** Path below the site's folder; `undefined` for what lies elsewhere, is not read, or is read in part. */
  #toPath({ method, url, headers }: Request): string | undefined {
    const { scope } = this.#place
    if (method !== 'GET' || !url.startsWith(scope) || headers.has('range')) return undefined
    const [path = ''] = url.slice(scope.length).split(/[?#]/)
    return path
  }

  async #answerPage({ request, resultingClientId }: Asked, path: string): Promise<Response> {
    const { home, other } = keptPages
    return this.#askHost(request, async () => {
      const kept = await this.#findOfBuild(path === '' || path === home ? home : other)
      if (kept !== undefined) this.#kept.add(resultingClientId)
      return kept
    })
  }

  async #answerManifest({ request, clientId }: Asked): Promise<Response> {
    const find = () => this.#findOfBuild(manifestPath)
    const own = this.#kept.delete(clientId) ? await find() : undefined
    return own ?? this.#askHost(request, find)
  }

  /** Names of these files change with their bytes. A page that asks past caches holds the kept copy to be damaged. */
  async #answerFile(request: Request, path: string): Promise<Response> {
    const cache = await this.#place.openCache()
    const address = this.#place.scope + path
    const kept = await cache.match(address)
    if (kept === undefined) return this.#place.fetch(request)
    if (request.cache !== 'reload') return kept
    try {
      const answer = await this.#place.fetch(request)
      if (answer.ok) await cache.put(address, toKeptResponse(answer.clone().body, answer.headers))
      return answer
    } catch {
      return kept
    }
  }

  async #askHost(
    request: Request,
    findKept: () => Promise<Response | undefined>,
  ): Promise<Response> {
    const asking = this.#place.fetch(request)
    // Heard of below, or not at all.
    asking.catch(() => undefined)
    const { wait = pause } = this.#place
    const answer = await Promise.race([asking.catch(() => undefined), wait(patienceMs)])
    return answer ?? (await findKept()) ?? asking
  }

  async #findOfBuild(path: string): Promise<Response | undefined> {
    const { scope, openCache } = this.#place
    const cache = await openCache()
    const record: unknown = await (await cache.match(scope + keptRecordPath))?.json()
    const { build } = Object(record) as { build?: unknown }
    return cache.match(scope + toBuildPath(path, String(build)))
  }
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
