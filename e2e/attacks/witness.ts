import type { BrowserContext, Page, Request, Route } from '@playwright/test'
import type { Bite } from './attack.ts'
import { inPageScript } from './in-page.ts'

/** What one page did since it was last asked. */
export interface Testimony {
  /** Calls of `bite()` in any frame. */
  scripts: number
  /** `type address` of requests for another host. */
  requests: string[]
  /** Addresses the page was sent to, and of windows it opened. */
  navigations: string[]
}

/** Answers a request for the site under test; `undefined` when the address belongs to another host. */
export type SiteAnswer = (
  url: URL,
) => { status: number; contentType: string; body: string | Buffer } | undefined

// Where a facade sends the reader who clicks it; nothing else may ask these hosts for anything.
const playerHosts = new Set(['www.youtube-nocookie.com', 'player.vimeo.com'])

/** Watches all pages of a context: answers for the site from memory, lets nothing out, and remembers what was tried. */
export class Witness {
  private readonly byPage = new Map<Page, Testimony>()

  constructor(
    private readonly context: BrowserContext,
    private readonly answer: SiteAnswer,
  ) {}

  /** Starts to watch; call it before the first page is opened. */
  async start(): Promise<void> {
    await this.context.exposeBinding('bite', ({ page }) => {
      this.of(page).scripts += 1
    })
    await this.context.addInitScript({ content: inPageScript })
    await this.context.route('**/*', (route, request) => this.meet(route, request))
  }

  /** A page whose doings are remembered; windows it opens are closed and held against it. */
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

  /** What the page did so far. */
  of(page: Page): Testimony {
    return this.byPage.get(page) ?? { scripts: 0, requests: [], navigations: [] }
  }

  /** Forgets what the page did so far. */
  forget(page: Page): void {
    this.byPage.set(page, { scripts: 0, requests: [], navigations: [] })
  }

  private async meet(route: Route, request: Request): Promise<void> {
    const url = new URL(request.url())
    const answer = this.answer(url)
    if (answer !== undefined) return route.fulfill(answer)
    const page = pageOf(request)
    // The first request of a window that is just being opened: its opener answers for it as a popup.
    if (page === undefined) return route.abort()
    const { requests, navigations } = this.of(page)
    const leaves = request.isNavigationRequest() && request.frame() === page.mainFrame()
    if (leaves) navigations.push(request.url())
    else if (!playerHosts.has(url.hostname)) requests.push(`${request.resourceType()} ${url.href}`)
    // An answer without content leaves the page where it is.
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

/** The bites a testimony proves; `clobber` and `overlay` are read off the page itself. */
export function bitesOf({ scripts, requests, navigations }: Testimony): Set<Bite> {
  const bites = new Set<Bite>()
  if (scripts > 0) bites.add('script')
  if (requests.length > 0) bites.add('request')
  if (navigations.length > 0) bites.add('navigate')
  return bites
}
