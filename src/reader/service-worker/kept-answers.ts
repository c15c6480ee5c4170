import { manifestPath } from '#contract/file-names.ts'
import {
  keptPages,
  keptRecordPath,
  toBuildPath,
  toKeptResponse,
} from '#reader/storage/kept/kept-cache.ts'

/** Addresses of the reader: other pages below its folder may be of somebody else, such as those beside a site at a root. */
const ownRoute = /^(?:$|(?:index\.html|about|browse|calendar|posts|statistics)(?:\/|$))/

/** How long a page waits for the host before it opens from what is kept, milliseconds. */
const patienceMs = 5_000

/** What the worker needs of its place. */
export interface WorkerPlace {
  /** Address of the site's folder, with a slash at the end. */
  scope: string
  /** `undefined` where nothing is kept any more. */
  openCache: () => Promise<Pick<Cache, 'match' | 'put'> | undefined>
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
  /** Pages that the host has sent, until they ask for their manifest: that of another build is none for them. */
  readonly #sent = new Map<string, Response>()
  #hasHost = false

  constructor(place: WorkerPlace) {
    this.#place = place
  }

  /** Whether the host has sent a page. */
  get hasHost(): boolean {
    return this.#hasHost
  }

  /** The answer; `undefined` for everything that the worker leaves to the browser, such as all that is not of this site. */
  answer(asked: Asked): Promise<Response> | undefined {
    const { request } = asked
    const path = this.#toPath(request)
    if (path === undefined) return undefined
    if (request.mode === 'navigate') {
      return ownRoute.test(path) ? this.#answerPage(asked, path) : undefined
    }
    // Past all caches: what the host has now, or nothing.
    if (path === manifestPath && request.cache === 'no-store') return undefined
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
    let isKept = false
    const answer = await this.#askHost(request, async () => {
      const kept = await this.#findOfBuild(path === '' || path === home ? home : other)
      isKept = kept !== undefined
      return kept
    })
    if (isKept) this.#kept.add(resultingClientId)
    else this.#sent.set(resultingClientId, answer.clone())
    this.#hasHost ||= !isKept
    return answer
  }

  async #answerManifest({ request, clientId }: Asked): Promise<Response> {
    const find = () => this.#findOfBuild(manifestPath)
    const own = this.#kept.delete(clientId) ? await find() : undefined
    const page = this.#sent.get(clientId)
    this.#sent.delete(clientId)
    return own ?? this.#askHost(request, () => (page === undefined ? find() : findFor(page, find)))
  }

  /** Names of these files change with their bytes. A page that asks past caches holds the kept copy to be damaged. */
  async #answerFile(request: Request, path: string): Promise<Response> {
    const cache = await this.#place.openCache()
    const address = this.#place.scope + path
    const kept = await cache?.match(address)
    if (cache === undefined || kept === undefined) return this.#place.fetch(request)
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
    const record: unknown = await (await cache?.match(scope + keptRecordPath))?.json()
    const { build } = Object(record) as { build?: unknown }
    return cache?.match(scope + toBuildPath(path, String(build)))
  }
}

/** The kept manifest, where a page that the host has sent names its opening, as pages that are kept do. */
async function findFor(
  page: Response,
  find: () => Promise<Response | undefined>,
): Promise<Response | undefined> {
  const kept = await find()
  const { opening } = Object(await kept?.clone().json()) as { opening?: unknown }
  return (await page.text()).includes(String(opening)) ? kept : undefined
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
