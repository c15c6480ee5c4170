import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { createBrowserRouter, type LoaderFunction, type RouteObject } from 'react-router-dom'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { hasTimeline, loadTimeline } from '#reader/features/timeline/load-timeline.ts'
import { prepareChips } from './active-chips.tsx'
import { drawSamePageAtOnce } from './draw-at-once.ts'
import {
  aboutPath,
  reportPath,
  browsePattern,
  calendarRoute,
  homePath,
  postPattern,
  siteBase,
  statisticsPath,
} from '#reader/links/paths.ts'
import { RootLayout } from './root-layout.tsx'
import { RootError, RouteError } from './route-error.tsx'
import { TimelinePage } from './timeline-page.tsx'

export type Router = ReturnType<typeof createBrowserRouter>

/** Loaders of words that not every page needs. */
export interface LazyWords {
  showArticleWords: () => Promise<void>
  showSearchWords: () => Promise<void>
  showRareWords: () => Promise<void>
}

/**
 * The routes. Loaders prefetch the queries that the components read; articles and searches also load their own words.
 */
export function buildRouter(client: QueryClient, words: LazyWords): Router {
  const withSearchParts =
    (load: LoaderFunction): LoaderFunction =>
    async (args) => {
      const query = new URL(args.request.url).searchParams.get('q')
      const parts = query === null ? [] : [words.showSearchWords(), prepareChips(query)]
      const [loaded] = await Promise.all([load(args), ...parts])
      return loaded
    }
  const root: RouteObject = {
    id: 'root',
    path: homePath,
    element: <RootLayout />,
    errorElement: <RootError />,
    loader: async () => {
      await client.ensureQueryData(manifestQuery())
      return null
    },
    // The manifest is fetched once; only a retry after a failure runs this loader again.
    shouldRevalidate: () => client.getQueryData(manifestQuery().queryKey) === undefined,
    hydrateFallbackElement: <></>,
    children: [
      {
        index: true,
        element: <TimelinePage />,
        errorElement: <RouteError />,
        loader: withSearchParts(loadTimeline(client)),
        shouldRevalidate: ({ nextUrl }) => !hasTimeline(client, nextUrl),
      },
      buildLazyRoute(postPattern, async () => {
        const [{ ArticleRoute, loadArticle }] = await Promise.all([
          import('#reader/features/article/article-route.tsx'),
          words.showArticleWords(),
        ])
        return { Page: ArticleRoute, load: loadArticle(client) }
      }),
      buildLazyRoute(calendarRoute, async () => {
        const [{ CalendarPage, loadCalendarPage }] = await Promise.all([
          import('./calendar-page.tsx'),
          words.showRareWords(),
        ])
        return { Page: CalendarPage, load: withSearchParts(loadCalendarPage(client)) }
      }),
      ...[aboutPath, reportPath, statisticsPath].map((path) =>
        buildLazyRoute(path, async () => {
          const [{ toAboutPage }] = await Promise.all([
            import('#reader/features/about/about-pages.ts'),
            words.showRareWords(),
          ])
          return toAboutPage(path, client)
        }),
      ),
      buildLazyRoute(browsePattern, async () => {
        const [{ NotFoundRoute }, { loadBrowse }] = await Promise.all([
          import('#reader/features/not-found/not-found-route.tsx'),
          import('#reader/features/browse-address/load-browse.ts'),
          words.showRareWords(),
        ])
        return { Page: NotFoundRoute, load: loadBrowse(client) }
      }),
      buildLazyRoute('*', async () => {
        const [{ NotFoundRoute }, { loadOldAddress }] = await Promise.all([
          import('#reader/features/not-found/not-found-route.tsx'),
          import('#reader/features/old-address/load-old-address.ts'),
          words.showRareWords(),
        ])
        return { Page: NotFoundRoute, load: loadOldAddress(client) }
      }),
    ],
  }
  return drawSamePageAtOnce(createBrowserRouter([root], { basename: siteBase }))
}

/** Resolves when the first route's data have loaded or failed. */
export async function whenReady(router: Router): Promise<void> {
  if (router.state.initialized) return
  await new Promise<void>((resolve) => {
    const stop = router.subscribe((state) => {
      if (!state.initialized) return
      stop()
      resolve()
    })
  })
}

interface LazyPage {
  Page: ComponentType
  load: LoaderFunction
}

/**
 * A route whose code is loaded on the first visit. The loader fetches the code: the router's own `lazy` leaves the page
 * blank when the code cannot be loaded, whereas a failed loader shows the error element and a retry fetches again
 * (S23). React's `lazy` would show nothing for a moment even when the code is already loaded.
 */
function buildLazyRoute(path: string, fetchPage: () => Promise<LazyPage>): RouteObject {
  const loaded: Partial<LazyPage> = {}
  return {
    path,
    element: <LoadedPage page={loaded} />,
    errorElement: <RouteError />,
    loader: async (args) => {
      const page = await fetchPage()
      Object.assign(loaded, page)
      return page.load(args)
    },
  }
}

// Rendered only after the loader has fetched the code.
function LoadedPage({ page: { Page } }: { page: Partial<LazyPage> }) {
  return Page ? <Page /> : null
}
