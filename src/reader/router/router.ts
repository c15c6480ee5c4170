import type { ReactNode } from 'react'
import {
  matchPath,
  NavigationType,
  type Location,
  type Navigator,
  type Params,
  type To,
} from 'react-router-dom'
import type { RouterHistory } from './browser-history.ts'
import { areOnOnePage, decodeAddress, toSiteUrl, toLocation } from './location.ts'

/** What a loader is told of the address to load. */
export interface LoadArgs {
  /** The whole address, with the base of the site. */
  url: URL
  params: Params
}

/** Loads what a page needs before it is shown; throws when it cannot be had. Its result is `useLoaderData`'s. */
export type Load = (args: LoadArgs) => unknown

/** Something that is shown once its data are there. */
interface View {
  element: ReactNode
  /** Shown instead when loading or drawing fails. */
  errorElement: ReactNode
  load: Load
  /** Whether all that another address of the same view needs is there, so that it is shown at once. Absent = never. */
  isLoaded?: (url: URL) => boolean
}

/** The page of all addresses that match a pattern of react-router's. */
export interface Route extends View {
  pattern: string
}

export interface RouterOptions {
  history: RouterHistory
  /** What all pages stand in. */
  layout: View
  /** The first that matches counts; one must match everything. */
  routes: readonly Route[]
}

export interface NavigateOptions {
  /** Changes the history entry instead of adding one. */
  replace?: boolean
  state?: unknown
  /** Leaves the window where it is. */
  preventScrollReset?: boolean
  /** Draws the start of loading, and what needs no loading, synchronously. */
  flushSync?: boolean
}

/** Opens an address, or goes some steps through the history. Resolves when the address is shown, has failed, or another one was opened. */
export type Navigate = (to: To | number, options?: NavigateOptions) => Promise<void>

/** What is shown now. */
export interface RouterState {
  location: Location
  type: NavigationType
  /** Where a navigation under way leads. */
  next: Location | undefined
  /** Absent until the first address has been loaded or has failed. */
  page: { route: Route; data: unknown } | undefined
  /** What could not be loaded, and why. */
  failure: { part: 'layout' | 'page'; error: unknown } | undefined
  preventScrollReset: boolean
}

type StateListener = (state: RouterState, how: { atOnce: boolean }) => void

/** A loader's answer that leads elsewhere. */
class Redirect {
  readonly target: string
  constructor(target: string) {
    this.target = target
  }
}

/** For loaders: shows another path instead. */
export function redirect(target: string): unknown {
  return new Redirect(target)
}

interface Step {
  location: Location
  type: NavigationType
  preventScrollReset?: boolean
  atOnce?: boolean
  /** Whether the shown location is only loaded again. */
  isReload?: boolean
}

type Outcome = { data: unknown } | { error: unknown }

/** Loads what an address needs, then changes history and state in one step; a page stays as it is until the next is there. */
export class Router {
  state: RouterState
  readonly layout: View
  /** For react-router's own components. */
  readonly navigator: Navigator
  readonly #history: RouterHistory
  readonly #routes: readonly Route[]
  readonly #listeners = new Set<StateListener>()
  readonly #leaving = new Set<(location: Location) => void>()
  #latest: Step | undefined

  constructor({ history, layout, routes }: RouterOptions) {
    this.#history = history
    this.layout = layout
    this.#routes = routes
    this.state = {
      location: history.read(),
      type: NavigationType.Pop,
      next: undefined,
      page: undefined,
      failure: undefined,
      preventScrollReset: false,
    }
    const goTo = (replace: boolean) => (to: To, state?: unknown) =>
      void this.navigate(to, { replace, state })
    this.navigator = {
      createHref: (to) => toSiteUrl(to).href,
      go: history.go,
      push: goTo(false),
      replace: goTo(true),
    }
    history.listen(() => void this.#go({ location: history.read(), type: NavigationType.Pop }))
  }

  /** Loads the first address; resolves when there is something to show. */
  start(): Promise<void> {
    const shown = new Promise<void>((resolve) => {
      const stop = this.subscribe(({ page }) => {
        if (page === undefined) return
        stop()
        resolve()
      })
    })
    void this.#go({ location: this.state.location, type: NavigationType.Pop })
    return shown
  }

  /** Calls a listener after every change of the state; `atOnce` says that it should be drawn synchronously. */
  subscribe(listener: StateListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls a listener with the location that is shown, before anything changes. */
  onLeave(listener: (location: Location) => void): () => void {
    this.#leaving.add(listener)
    return () => this.#leaving.delete(listener)
  }

  readonly navigate: Navigate = async (to, options = {}) => {
    if (typeof to === 'number') {
      this.#history.go(to)
      return
    }
    const { replace = false, state = null, preventScrollReset = false, flushSync = false } = options
    await this.#go({
      location: toLocation(toSiteUrl(to), { state, key: makeKey() }),
      type: replace ? NavigationType.Replace : NavigationType.Push,
      preventScrollReset,
      atOnce: flushSync,
    })
  }

  /** Loads the data of the shown location again, unless another one is on its way. */
  async reload(): Promise<void> {
    const { next, location, type } = this.state
    if (next === undefined) await this.#go({ location, type, isReload: true })
  }

  async #go(step: Step): Promise<void> {
    const { location, isReload = false, atOnce = false } = step
    const { page: shown, failure } = this.state
    this.#latest = step
    for (const listener of this.#leaving) listener(this.state.location)
    if (shown !== undefined && areOnOnePage(this.state.location, location)) {
      this.#show(step, { page: shown, failure }, atOnce)
      return
    }
    const url = toSiteUrl(location)
    const [route, params] = this.#match(location)
    const isShown = shown?.route === route && failure === undefined
    const isReady = (view: View) => isShown && view.isLoaded?.(url) === true
    if (isReady(route) && isReady(this.layout)) {
      this.#show(step, { page: shown, failure }, atOnce)
      return
    }
    const isFirst = shown === undefined
    if (!isFirst && !isReload) this.#change({ next: location }, atOnce)
    const load = (view: View) =>
      isReady(view) ? { data: shown?.data } : settle(view, { url, params })
    const [layout, page] = await Promise.all([load(this.layout), load(route)])
    if (this.#latest !== step) return
    if ('data' in page && page.data instanceof Redirect) {
      await this.#follow(page.data, step)
      return
    }
    // Rows of another list on the same page appear a few frames sooner when they are not drawn in slices.
    const isSamePage = !isFirst && !isReload && this.state.location.pathname === location.pathname
    this.#show(step, toShown(route, layout, page), isSamePage)
  }

  /** Nobody should come back to an address that leads away. */
  #follow({ target }: Redirect, { type }: Step): Promise<void> {
    return this.navigate(target, { replace: type !== NavigationType.Push })
  }

  #match({ pathname }: Location): [Route, Params] {
    for (const route of this.#routes) {
      const match = matchPath(route.pattern, decodeAddress(pathname))
      if (match !== null) return [route, match.params]
    }
    throw new Error(`no route matches ${pathname}`)
  }

  #show(
    { location, type, preventScrollReset = false, isReload = false }: Step,
    shown: Pick<RouterState, 'page' | 'failure'>,
    atOnce: boolean,
  ): void {
    if (!isReload && type === NavigationType.Push) this.#history.push(location)
    if (!isReload && type === NavigationType.Replace) this.#history.replace(location)
    this.#change({ ...shown, location, type, preventScrollReset, next: undefined }, atOnce)
  }

  #change(change: Partial<RouterState>, atOnce: boolean): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.#listeners) listener(this.state, { atOnce })
  }
}

async function settle(view: View, args: LoadArgs): Promise<Outcome> {
  try {
    return { data: await view.load(args) }
  } catch (error) {
    return { error }
  }
}

/** What was not loaded is kept for nobody: the next address of the same view asks again. */
function toShown(
  route: Route,
  layout: Outcome,
  page: Outcome,
): Pick<RouterState, 'page' | 'failure'> {
  const data = 'data' in page ? page.data : undefined
  if ('error' in layout)
    return { page: { route, data }, failure: { part: 'layout', error: layout.error } }
  if ('error' in page)
    return { page: { route, data }, failure: { part: 'page', error: page.error } }
  return { page: { route, data }, failure: undefined }
}

function makeKey(): string {
  return Math.random().toString(36).slice(2, 10)
}
