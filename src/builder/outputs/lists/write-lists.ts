import { createHash } from 'node:crypto'
import { toLocale } from '#article/date-words.ts'
import { loadListMessages } from '#article/load-messages.ts'
import { makeWords } from '#article/words.ts'
import { browsePath, countListPages, cutListPage, toFacetPath } from '#contract/browse-paths.ts'
import type { Manifest } from '#contract/manifest.ts'
import type { StatisticsFile } from '#contract/statistics-file.ts'
import { compareText } from '#builder/ground/text/compare.ts'
import { assertSafePage } from '#builder/site/page/check-page.ts'
import { toFirstPage } from '#builder/site/plan/first-page.ts'
import type { WrittenLists } from '#builder/site/assembly/site-parts.ts'
import type { SitePlan } from '#builder/site/plan/site-plan.ts'
import type { PostStore } from '#builder/archive/cache/post-store.ts'
import type { FileGroups } from '#builder/site/write/file-groups.ts'
import type { SiteWriter } from '#builder/site/write/site-writer.ts'
import { countFacetPages, planLists, type ListPlan } from './list-plan.ts'
import { toCanonicalLink, type ListFrame } from './list-frame.tsx'
import { toListPageHtml, toPageFacts, toPagePath, type ListPage } from './list-page-html.tsx'
import { pickNameWords } from '#article/view/name-words.ts'
import { planDoor, toDoorHtml } from './door-html.tsx'
import { toStatisticsHtml } from './statistics-html.tsx'
import { ListRows } from './list-rows.ts'
import { toNewestRoot, toShellRoot } from './newest-page.tsx'
import { toFacetPageHtml, toAllListsHtml } from './all-lists-html.tsx'
import type { ListSetting } from './row-html.tsx'

/** Pages in flight: while one is being written, the next is rendered. */
const pagesAtOnce = 16

interface ListTools {
  writer: SiteWriter
  store: PostStore
  groups: FileGroups
}

/** Writes the lists, which work without JavaScript; returns what the pages that start the reader show of them. */
export async function writeLists(
  plan: SitePlan,
  {
    facets: shownFacets,
    counts,
    ...tools
  }: ListTools & { facets: Manifest['facets']; counts: StatisticsFile },
): Promise<WrittenLists['roots']> {
  const setting = await toListSetting(plan)
  const { posts, options } = plan
  const hasLists = options.pages !== 'none'
  const lists: ListPlan = hasLists ? planLists(plan) : { months: [], facets: [] }
  const firstPage = toFirstPage(options.pages, posts.length)
  const rows = new ListRows(setting, { posts, store: tools.store, firstPage })
  try {
    const facets = lists.facets.map(({ facet }) => facet)
    const frame = { setting, shell: plan.shell, address: plan.address, facets }
    const door = planDoor(plan, {
      facets: shownFacets,
      hasLists,
      // Asked of a few of the newest posts only.
      hasPage: (id) => posts.findLastIndex((post) => post.id === id) >= firstPage,
    })
    const statistics = await toStatisticsHtml(counts, {
      ...setting,
      language: plan.language,
      hasLists,
    })
    if (hasLists) await writeListPages(lists, { ...tools, frame, rows })
    return {
      newestHead: toCanonicalLink('', plan.address),
      newest: await toNewestRoot({
        posts,
        rows,
        setting,
        facets: lists.facets,
        door: await toDoorHtml(door),
      }),
      others: {
        '404.html': toShellRoot({
          view: 'other',
          name: setting.words('wait.page'),
          setting,
          hasLists,
        }),
        'about/index.html': toShellRoot({
          view: 'other',
          name: setting.words('wait.about'),
          setting,
          hasLists,
          lead: toLead(plan),
        }),
        'about/report/index.html': toShellRoot({
          view: 'other',
          name: setting.words('wait.report'),
          setting,
          hasLists,
        }),
        'about/check/index.html': toShellRoot({
          view: 'other',
          name: setting.words('wait.check'),
          setting,
          hasLists,
        }),
        'about/notes/index.html': toShellRoot({
          view: 'other',
          name: setting.words('wait.page'),
          setting,
          hasLists,
        }),
        'statistics/index.html': toShellRoot({
          view: 'other',
          name: statistics.title,
          setting,
          hasLists,
          content: statistics.html,
        }),
        'calendar/index.html': toShellRoot({
          view: 'calendar',
          name: setting.words('calendar.name'),
          setting,
          hasLists,
        }),
      },
    }
  } finally {
    rows.close()
  }
}

/** What the settings and the keeper's page say of the archive, a paragraph each. */
function toLead({ discovery: { collections } }: SitePlan): string[] {
  const { description, about } = (collections.length === 1 && collections[0]?.config) || {}
  const texts = [description, ...(about?.split('\n') ?? [])]
  return [...new Set(texts.filter((text) => text !== undefined))]
}

async function toListSetting({ title, place, options, language }: SitePlan): Promise<ListSetting> {
  const messages = await loadListMessages(language)
  return {
    siteTitle: title,
    base: place.base,
    timeZone: options.timeZone,
    words: makeWords(messages, language),
    nameWords: pickNameWords(messages, language),
    language,
    locale: toLocale(language),
  }
}

interface PageTools extends ListTools {
  frame: ListFrame
  rows: ListRows
}

async function writeListPages(lists: ListPlan, tools: PageTools): Promise<void> {
  const { frame } = tools
  await writeGuarded(browsePath, toAllListsHtml(lists, frame), tools)
  for (const { facet, values } of lists.facets) {
    const byName = values.toSorted((a, b) => compareText(a.value, b.value))
    for (let page = 1; page <= countFacetPages(values.length); page++) {
      const html = toFacetPageHtml({ facet, values: byName }, page, frame)
      await writeGuarded(toFacetPath(facet, page), html, tools)
    }
  }
  const key = toFrameKey(frame)
  let waiting: Promise<void>[] = []
  for (const page of listPages(lists)) {
    waiting.push(writeListPage(page, key, tools))
    if (waiting.length < pagesAtOnce) continue
    await Promise.all(waiting)
    waiting = []
  }
  await Promise.all(waiting)
}

/** A page and its ordinals, ascending. */
type CutPage = ListPage & { ordinals: Uint32Array }

function* listPages({ months, facets }: ListPlan): Generator<CutPage> {
  for (const lists of [months, ...facets.map(({ values }) => values)]) {
    for (const list of lists) {
      const ordinals = list.toOrdinals()
      for (let page = 1; page <= countListPages(list.rows); page++) {
        const { start, end } = cutListPage(list.rows, page)
        yield { list, page, ordinals: ordinals.subarray(start, end) }
      }
    }
  }
}

function writeListPage(
  { ordinals, ...shown }: CutPage,
  frameKey: string,
  tools: PageTools,
): Promise<void> {
  const { frame, rows, groups } = tools
  const hash = createHash('sha256').update(JSON.stringify([frameKey, ...toPageFacts(shown)]))
  for (const ordinal of ordinals) hash.update(rows.keyOf(ordinal))
  return groups.keepOr(hash.digest('base64url').slice(0, 22), async () => {
    const html = toListPageHtml(shown, await rows.toHtml(ordinals.toReversed()), frame)
    return [await writeGuarded(toPagePath(shown), html, tools)]
  })
}

/** Checks and writes the index page of a folder; returns the path of the file. */
async function writeGuarded(folder: string, html: string, { writer }: ListTools): Promise<string> {
  const path = `${folder}index.html`
  assertSafePage(path, html)
  await writer.writePage(path, html)
  return path
}

/** Cache key of what all pages of lists share. The words need no part in it: they change only with the program. */
function toFrameKey({ setting, shell, address, facets }: ListFrame): string {
  const { words: _, ...settings } = setting
  const frame = shell({ title: '1', language: '2', head: '3', root: '4' })
  return createHash('sha256')
    .update(JSON.stringify([settings, frame, address, facets]))
    .digest('base64url')
}
