import type { QueryClient } from '@tanstack/react-query'
import { openBrowserHistory } from '#reader/router/browser-history.ts'
import { Router, type Load, type Route } from '#reader/router/router.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { hasTimeline, loadTimeline } from '#reader/features/timeline/load-timeline.ts'
import { prepareChips } from './active-chips.tsx'
import {
  aboutPath,
  reportPath,
  browsePattern,
  checkPath,
  calendarRoute,
  homePath,
  notesPath,
  postPattern,
  statisticsPath,
} from '#reader/links/paths.ts'
import type { LazyPage } from './lazy-page.ts'
import { RootLayout } from './root-layout.tsx'
import { RootError, RouteError } from './route-error.tsx'
import { TimelinePage } from './timeline-page.tsx'

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
    (load: Load): Load =>
    async (args) => {
      const { searchParams } = args.url
      const searchWords = searchParams.has('q') ? words.showSearchWords() : undefined
      const [loaded] = await Promise.all([load(args), searchWords, prepareChips(searchParams)])
      return loaded
    }
  const latePages = async () => {
    const [pages] = await Promise.all([import('./late-pages.ts'), words.showRareWords()])
    return pages
  }
  return new Router({
    history: openBrowserHistory(),
    layout: {
      element: <RootLayout />,
      errorElement: <RootError />,
      load: () => client.ensureQueryData(manifestQuery()),
      // The manifest is fetched once; only a retry after a failure loads it again.
      isLoaded: () => client.getQueryData(manifestQuery().queryKey) !== undefined,
    },
    routes: [
      {
        pattern: homePath,
        element: <TimelinePage />,
        errorElement: <RouteError />,
        load: withSearchParts(loadTimeline(client)),
        isLoaded: (url) => hasTimeline(client, url),
      },
      buildLazyRoute(postPattern, async () => {
        const [{ ArticleWithTools, loadArticle }] = await Promise.all([
          import('./article-page.tsx'),
          words.showArticleWords(),
        ])
        return { Page: ArticleWithTools, load: loadArticle(client) }
      }),
      buildLazyRoute(calendarRoute, async () => {
        const { Page, load } = await (await latePages()).loadCalendar(client)
        return { Page, load: withSearchParts(load) }
      }),
      ...[aboutPath, reportPath, statisticsPath].map((path) =>
        buildLazyRoute(path, async () => (await latePages()).loadAboutPage(path, client)),
      ),
      buildLazyRoute(checkPath, async () => (await latePages()).loadCheckPage(client)),
      buildLazyRoute(notesPath, async () => (await latePages()).loadNotesPage(client)),
      buildLazyRoute(browsePattern, async () => (await latePages()).loadBrowsePage(client)),
      buildLazyRoute('*', async () => (await latePages()).loadUnknownPage(client)),
    ],
  })
}

/**
 * A route whose code is loaded on the first visit. The loader fetches the code: when it cannot be loaded, the error element says
 * so and a retry fetches again (S23). React's `lazy` would show nothing for a moment even when the code is already loaded.
 */
function buildLazyRoute(pattern: string, fetchPage: () => Promise<LazyPage>): Route {
  const loaded: Partial<LazyPage> = {}
  return {
    pattern,
    element: <LoadedPage page={loaded} />,
    errorElement: <RouteError />,
    load: async (args) => {
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
