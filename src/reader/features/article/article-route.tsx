import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useMemo, useRef } from 'react'
import { useLocation } from 'react-router-dom'
import { useLoaderData, useNavigate, useSearchParams } from '#reader/router/use-router.ts'
import { ArticlePage } from '#article/article-page.tsx'
import { PrintedAddress } from '#article/printed-address.tsx'
import type { Words } from '#article/words.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import type { Manifest } from '#contract/manifest.ts'
import { toManifestPrint } from '#contract/signing/public-key.ts'
import { sourceClock, type ClockName } from '#core/time/clock.ts'
import { toPeriodDays } from '#core/time/period.ts'
import { toReaderClock } from '#reader/data/clock/reader-clock.ts'
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import type { FacetName } from '#core/facet/facet.ts'
import {
  openFilter,
  parseTimelineFilter,
  withClock,
  withValue,
  type TimelineFilter,
} from '#core/selection/timeline-filter.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { noteRead } from '#reader/data/kept/note-read.ts'
import { findListLanguage, withListLanguage } from '#reader/data/filter/list-language.ts'
import {
  comparisonPath,
  postPath,
  sourcePath,
  timelinePath,
  toHref,
  toSharedAddress,
} from '#reader/links/paths.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { lazyPart } from '#reader/ui/lazy-part.tsx'
import { useKeys } from '#reader/ui/use-keys.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { changeSettings, useSetting } from '#reader/ui/use-settings.ts'
import { usePageAddress } from '#reader/ui/head/use-page-address.ts'
import { useTitle } from '#reader/ui/use-title.ts'
import { useSaveBook } from './book/use-save-book.ts'
import { ArticleDesk } from './article-desk.tsx'
import { ArticleActions } from './cite/article-actions.tsx'
import { readPassages } from './cite/opened-passages.ts'
import { useVersionTools } from './difference/version-choice.tsx'
import { listPlaceQuery, parseArticleState, toListTarget, toNextState } from './list-place.ts'
import type { LoadedArticle } from './load-article.ts'
import { MissingArticle } from './missing-article.tsx'
import { Neighbours } from './neighbours.tsx'
import { ChineseScriptButton } from './chinese-script/chinese-script-button.tsx'
import { useChineseScript } from './chinese-script/use-chinese-script.ts'
import { ArticleText } from './text/article-text.tsx'
import { toIdPrefix } from './text/prefix-ids.ts'
import type { WithArticleTools } from './shown-article.ts'
import { SourceLink } from './source/source-link.tsx'
import { useContents } from './use-contents.ts'
import { useArticlePlace, useRecalledPlace } from './place/use-article-place.ts'
import { useHashJumps } from './place/use-hash-jumps.ts'
import { showTarget, useInnerLinks } from './use-inner-links.ts'
import { useReadingMarks } from './use-reading-marks.ts'
import { useReaderSign } from '#reader/ui/use-reader-sign.ts'
import { WayBack } from './way-back.tsx'

const ArticleHits = lazyPart(
  async () => (await import('./hits/article-hits.tsx')).ArticleHits,
  FailureNotice,
)
const ArticlePassage = lazyPart(
  async () => (await import('./cite/article-passage.tsx')).ArticlePassage,
  FailureNotice,
)
const SourceView = lazyPart(
  async () => (await import('./source/source-view.tsx')).SourceView,
  FailureNotice,
)
const Difference = lazyPart(
  async () => (await import('./difference/difference.tsx')).Difference,
  FailureNotice,
)

export { loadArticle } from './load-article.ts'

const hrefs = {
  post: (...post: Parameters<typeof postPath>) => toHref(postPath(...post)),
  place: (id: PostId, name: string) => `#${toIdPrefix(id)}${name}`,
}

const toListHref = (filter: TimelineFilter) => toHref(timelinePath(filter))

/** Addresses of lists, in the language that the reader chose for them. */
function toListHrefs(language: string, clock: ClockName | undefined) {
  const list = withListLanguage(openFilter, language)
  return {
    facet: (facet: FacetName, value: string) =>
      toListHref(withValue(facet === 'language' ? openFilter : list, facet, value, 'include')),
    day: (day: string) =>
      toListHref(withClock({ ...list, ...(toPeriodDays(day) ?? { from: day, to: day }) }, clock)),
  }
}

/** A hashtag links to a phrase search: it names a topic of the post, but is not one of the archive's tags. */
function toHashtagHref(name: string): string {
  return toHref(timelinePath({ ...openFilter, query: `"${name}"` }))
}

/** The article at this address, or a page that offers a way on when there is none. */
export function ArticleRoute({ Tools }: WithArticleTools) {
  const loaded = useLoaderData() as LoadedArticle
  const { t: words } = useTranslation()
  const locale = useLocale()
  return loaded.kind === 'found' ? (
    // The key remounts the component for each article, so no state of the last one, such as shown pictures, survives.
    <Article key={loaded.article.summary.id} {...{ loaded, words, locale, Tools }} />
  ) : (
    <MissingRoute day={loaded.day} words={words} locale={locale} />
  )
}

function MissingRoute(props: Parameters<typeof MissingArticle>[0]) {
  const { data: manifest } = useSuspenseQuery(manifestQuery())
  useTitle(props.words('article.missing.title'), manifest.title)
  usePageAddress({}, undefined)
  return <MissingArticle {...props} />
}

interface ArticleProps extends WithArticleTools {
  loaded: Extract<LoadedArticle, { kind: 'found' }>
  words: Words
  locale: string
}

function Article({ loaded, words, locale, Tools }: ArticleProps) {
  const { article, manifest } = loaded
  const { summary, body } = article
  const { state: given, key, hash } = useLocation()
  const state = parseArticleState(given)
  const passages = useMemo(() => readPassages(hash), [hash])
  const articlePictures = useSetting('articlePictures')
  // An article carried by its own page needs its neighbours only once somebody is there to go on to them.
  const isWanted = useReaderSign(article.carried !== undefined)
  const { data: place } = useQuery({ ...listPlaceQuery(summary.id, state), enabled: isWanted })
  const listLanguage = useListLanguage(manifest)
  const box = useArticleLinks(article, state)
  const search = useSearchParams()
  const compared = parsePostId(search.get('compare') ?? '')
  const isSource = compared === undefined && search.get('show') === 'source'
  const isText = compared === undefined && !isSource
  useContents(box, isText)
  const read = useChineseScript(box)
  const recalled = useRecalledPlace()
  const hold = useArticlePlace(box, read, () => showTarget(box.current, hash, summary.id))
  const versionTools = useVersionTools({ id: summary.id, body, compared, words })
  useArticleKeys(loaded, state)
  const clock = useArticleClock(manifest)
  const { query } = parseTimelineFilter(new URLSearchParams(state.list))
  const title = toDisplayTitle({ ...summary, title: body.title ?? summary.title })
  const url = toSharedAddress(postPath(summary.id), manifest.address)
  const keyPrint = toManifestPrint(manifest)
  const saveBook = useSaveBook(article, title)
  const named = { title, artist: summary.author ?? '', album: manifest.title }
  useTitle(title, manifest.title)
  usePageAddress(manifest, toPath(summary.id, { compared, isSource }), body.sourceUrl)
  const client = useQueryClient()
  useReadingMarks(box, summary.id)
  useEffect(() => {
    noteRead(client, summary.id)
  }, [client, summary.id])
  return (
    <div ref={box}>
      <ArticlePage
        summary={summary}
        body={body}
        words={words}
        locale={locale}
        hrefs={{ ...hrefs, ...toListHrefs(listLanguage, clock) }}
        listLanguage={listLanguage}
        timeZone={clock ?? manifest.timeZone}
        keyPrint={keyPrint}
        twinFacets={manifest.facets.some(({ twin }) => twin === true)}
        above={null}
        sourceLink={<SourceLink article={article} words={words} />}
        hasContents={isText}
        versionTools={versionTools}
        actions={
          <ArticleActions
            cited={{ summary, body, title, url, keyPrint }}
            onSave={saveBook}
            {...{ box, read, words }}
          >
            {isText && <Tools {...{ box, named, words }} language={summary.language} />}
          </ArticleActions>
        }
        way={
          <>
            <WayBack place={place ?? undefined} state={state} words={words}>
              <ChineseScriptButton language={summary.language} words={words} />
            </WayBack>
            <PrintedAddress name="archived" label={manifest.title} url={url} words={words} />
          </>
        }
        neighbours={place && <Neighbours place={place} state={state} words={words} />}
      >
        {isSource && <SourceView article={article} title={title} />}
        {isText && (
          <ArticleText
            article={article}
            words={words}
            pictures={articlePictures}
            toHashtagHref={toHashtagHref}
            shownParts={recalled?.parts}
          />
        )}
        {compared && (
          <Suspense fallback={null}>
            <Difference shown={article} other={compared} {...{ words, locale }} />
          </Suspense>
        )}
      </ArticlePage>
      <Suspense fallback={null}>
        {query === undefined ? null : <ArticleHits query={query} box={box} />}
        {isText && (
          <ArticleDesk
            {...{ summary, body, title, box, read, hold, words }}
            mayReturn={recalled === undefined && hash === '' && passages === undefined}
          />
        )}
        {passages && <ArticlePassage {...{ passages, box, read }} entry={`${key}${hash}`} />}
      </Suspense>
    </div>
  )
}

function toPath(id: PostId, shown: { compared: PostId | undefined; isSource: boolean }): string {
  if (shown.compared !== undefined) return comparisonPath(id, shown.compared)
  return shown.isSource ? sourcePath(id) : postPath(id)
}

/**
 * The zone in which an article tells its day beside UTC, if it is not the archive's. The source's own time stands there
 * already.
 */
function useArticleClock({ timeZone }: Pick<Manifest, 'timeZone'>): ClockName | undefined {
  const clock = toReaderClock(useSetting('clock'), timeZone)
  return clock === sourceClock ? undefined : clock
}

/** The language that the reader chose for lists; empty for all. */
function useListLanguage(manifest: Pick<Manifest, 'languages'>): string {
  useSetting('listLanguage')
  return findListLanguage(manifest)
}

/**
 * Opens the article's links within the site through the router; each takes the reader one step further from the list. Who
 * goes on to a translation reads that language: lists are shown in it from then on.
 */
function useArticleLinks(
  { summary: { id }, body }: ArticleProps['loaded']['article'],
  state: ReturnType<typeof parseArticleState>,
) {
  const navigate = useNavigate()
  const box = useRef<HTMLDivElement>(null)
  const open = (path: string) => {
    const isArticle = path.startsWith('/posts/')
    const translation = body.translations?.find((other) => postPath(other.id) === path)
    if (translation !== undefined) changeSettings({ listLanguage: translation.language })
    void navigate(path, isArticle ? { state: toNextState(state) } : {})
  }
  useInnerLinks(box, { id, open, jump: useHashJumps(id, state) })
  return box
}

/** n and p open the next and previous article of the list, u goes back to the list, v opens the original. */
function useArticleKeys(
  { article: { summary, body } }: ArticleProps['loaded'],
  state: ReturnType<typeof parseArticleState>,
) {
  const navigate = useNavigate()
  const place = useQuery({ ...listPlaceQuery(summary.id, state), enabled: false })
  const read = async (side: 'previous' | 'next') => {
    // A key pressed before the neighbours are known waits for them instead of being lost.
    const { data } = place.data ? place : await place.refetch({ cancelRefetch: false })
    const neighbour = data?.[side]
    if (neighbour) await navigate(postPath(neighbour.id), { state: toNextState(state) })
  }
  useKeys({
    n: () => void read('next'),
    p: () => void read('previous'),
    u: () => {
      const target = toListTarget(state, history.length)
      void navigate(target)
    },
    v: () => {
      if (body.sourceUrl !== undefined) window.open(body.sourceUrl, '_blank', 'noopener,noreferrer')
    },
  })
}
