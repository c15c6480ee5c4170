// A file of its own: the first script names it instead of all the files that these pages need.
import type { QueryClient } from '@tanstack/react-query'
import type { LazyPage } from './lazy-page.ts'

/** Loads the calendar. */
export async function loadCalendar(client: QueryClient): Promise<LazyPage> {
  const { CalendarPage, loadCalendarPage } = await import('./calendar-page.tsx')
  return { Page: CalendarPage, load: loadCalendarPage(client) }
}

/** Loads a page about the archive. */
export async function loadAboutPage(path: string, client: QueryClient): Promise<LazyPage> {
  const { toAboutPage } = await import('#reader/features/about/about-pages.ts')
  return toAboutPage(path, client)
}

/** Loads the page that checks citations. */
export async function loadCheckPage(client: QueryClient): Promise<LazyPage> {
  const [{ CheckPage }, { loadCheck }] = await Promise.all([
    import('./check-page.tsx'),
    import('#reader/features/check-citation/check-route.tsx'),
  ])
  return { Page: CheckPage, load: loadCheck(client) }
}

/** Loads the page of all notes. */
export async function loadNotesPage(client: QueryClient): Promise<LazyPage> {
  const { loadNotes, NotesRoute } = await import('#reader/features/notes/notes-route.tsx')
  return { Page: NotesRoute, load: loadNotes(client) }
}

/** Loads the page of lists without JavaScript, which leads on to the same list of the timeline. */
export async function loadBrowsePage(client: QueryClient): Promise<LazyPage> {
  const [{ NotFoundRoute }, { loadBrowse }] = await Promise.all([
    import('#reader/features/not-found/not-found-route.tsx'),
    import('#reader/features/browse-address/load-browse.ts'),
  ])
  return { Page: NotFoundRoute, load: loadBrowse(client) }
}

/** Loads the page of every other address, which may be an old one. */
export async function loadUnknownPage(client: QueryClient): Promise<LazyPage> {
  const [{ NotFoundRoute }, { loadOldAddress }] = await Promise.all([
    import('#reader/features/not-found/not-found-route.tsx'),
    import('#reader/features/old-address/load-old-address.ts'),
  ])
  return { Page: NotFoundRoute, load: loadOldAddress(client) }
}

/** Loads what is said of a search without hits. */
export async function loadNoHits() {
  return (await import('#reader/features/search-help/no-hits.tsx')).NoHits
}
