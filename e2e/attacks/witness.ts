import type { BrowserContext, Page, Request, Route } from '@playwright/test'
import type { Bite } from './attack.ts'
import { inPageScript } from './in-page.ts'

/** What one page did since it was last forgotten. */
export interface Testimony {
  /** Calls of `bite()` in any frame. */
  scripts: number
  /** Requests to other hosts, as `type address`. */
  requests: string[]
  /** Addresses the page tried to navigate to, and those of windows it opened. */
  navigations: string[]
}

/** Answers a request for the site under test; `undefined` when the address belongs to another host. */
export type SiteAnswer = (
  url: URL,
) => { status: number; contentType: string; body: string | Buffer } | undefined

// Where a click on a facade sends the reader; nothing else may send these hosts a request.
const playerHosts = new Set(['www.youtube-nocookie.com', 'player.vimeo.com'])

/** Watches all pages of a context: serves the site from memory, lets no request out, and records every attempt. */
export class Witness {
  private readonly byPage = new Map<Page, Testimony>()

  constructor(
    private readonly context: BrowserContext,
    private readonly answer: SiteAnswer,
  ) {}

  /** Starts watching; call it before the first page is opened. */
  async start(): Promise<void> {
    await this.context.exposeBinding('bite', ({ page }) => {
      this.of(page).scripts += 1
    })
    await this.context.addInitScript({ content: inPageScript })
    await this.context.route('**/*', (route, request) => this.meet(route, request))
  }

  /** Opens a page whose actions are recorded. Windows it opens are closed and count as its navigations. */
  async open(): Promise<Page> {
    const page = await this.context.newPage()
    this.byPage.set(page, { scripts: 0, requests: [], navigations: [] })
    page.on('popup', (popup) => {
      this.of(page).navigations.push(`window ${popup.url()}`)
      void popup.close()
    })
    page.on('download', (download) => void download.cancel())
    return page
  }

  /** What the page has done so far. */
  of(page: Page): Testimony {
    return this.byPage.get(page) ?? { scripts: 0, requests: [], navigations: [] }
  }

  /** Forgets what the page has done so far. */
  forget(page: Page): void {
    this.byPage.set(page, { scripts: 0, requests: [], navigations: [] })
  }

  private async meet(route: Route, request: Request): Promise<void> {
    const url = new URL(request.url())
    const answer = this.answer(url)
    if (answer !== undefined) return route.fulfill(answer)
    const page = pageOf(request)
    // The first request of a window that is just opening: it counts as a popup of its opener.
    if (page === undefined) return route.abort()
    const { requests, navigations } = this.of(page)
    const leaves = request.isNavigationRequest() && request.frame() === page.mainFrame()
    if (leaves) navigations.push(request.url())
    else if (!playerHosts.has(url.hostname)) requests.push(`${request.resourceType()} ${url.href}`)
    // A 204 response leaves the page where it is.
    return leaves ? route.fulfill({ status: 204 }) : route.abort()
  }
}

function pageOf(request: Request): Page | undefined {
  try {
    return request.frame().page()
  } catch {
    return undefined
  }
}

/** The bites a testimony proves; `clobber` and `overlay` are detected in the page itself. */
export function bitesOf({ scripts, requests, navigations }: Testimony): Set<Bite> {
  const bites = new Set<Bite>()
  if (scripts > 0) bites.add('script')
  if (requests.length > 0) bites.add('request')
  if (navigations.length > 0) bites.add('navigate')
  return bites
}
