import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { leadImageAbove } from '#article/lead-image.tsx'
import type { Words } from '#article/words.ts'
import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import { stripTags } from '#core/text/plain-text.ts'
import { parseVideoUrl } from '#core/address/video-url.ts'
import type { Article } from '#reader/data/archive/article-query.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { isTooHeavy } from '#core/html/html-weight.ts'
import { canSanitize, sanitizeHtml } from '../safe/sanitize-article.ts'
import { WholePageSwitch } from './whole-page-switch.tsx'
import { buildAbove, readyFragment, type FragmentOptions } from './article-fragment.ts'
import { makeFindLocal } from './local-pictures.ts'
import { usePrinting } from './use-printing.ts'
import { countWaiting } from './count-waiting.ts'
import type { PictureGateOptions } from './pictures.ts'
import { useShownParts } from './use-shown-parts.ts'

interface ArticleTextProps {
  article: Article
  words: Words
  pictures: PictureGateOptions['mode']
  /** Address for a hashtag in the description of a video. */
  toHashtagHref: (name: string) => string
  /** Parts of a very long article to show at once, where the reader has seen them already. */
  shownParts?: number | undefined
}

/** Reason for showing an article as plain text; `undefined` when its markup can be shown. */
type PlainReason = 'unsafe' | 'heavy' | undefined

/** The text of an article, sanitized here whatever the builder did, or as plain text with the reason for that. */
export function ArticleText(props: ArticleTextProps) {
  const { article, words, pictures, toHashtagHref, shownParts = 1 } = props
  const { summary, body } = article
  const [shown, setShown] = useState(Math.max(shownParts, 1))
  const [all, setAll] = useState(false)
  const [isWhole, setIsWhole] = useState(false)
  const mode = all ? 'load' : pictures
  const options = useMemo<FragmentOptions>(
    () => ({
      id: summary.id,
      words,
      pictures: mode,
      sourceUrl: body.sourceUrl,
      findLocal: makeFindLocal(body),
      withPlayers: location.protocol !== 'file:',
      ...(summary.kind === 'video' ? { toHashtagHref } : {}),
    }),
    [summary.id, summary.kind, words, mode, body, toHashtagHref],
  )
  const { parts, hasMore, error, retry } = useShownParts(article, isWhole)
  const { withPlayers } = options
  usePrinting(() => setShown(parts.length))
  const waiting = mode === 'load' ? 0 : countWaiting({ summary, body, parts, mode, withPlayers })
  return (
    <>
      {waiting > 0 && <PictureBar waiting={waiting} words={words} onShow={() => setAll(true)} />}
      <Above summary={summary} body={body} options={options} />
      {parts.slice(0, shown).map((html, part) => (
        // The parts of an article never change order.
        // oxlint-disable-next-line react/no-array-index-key
        <ArticlePart key={part} html={html} options={options} />
      ))}
      {shown < parts.length && (
        <button type="button" className="article-rest" onClick={() => setShown(shown + 1)}>
          {words('article.rest', { shown, total: parts.length })}
        </button>
      )}
      {error && <FailureNotice error={error} onRetry={retry} />}
      {hasMore && <WholePageSwitch words={words} isWhole={isWhole} onSwitch={setIsWhole} />}
    </>
  )
}

interface PictureBarProps {
  waiting: number
  words: Words
  onShow: () => void
}

function PictureBar({ waiting, words, onShow }: PictureBarProps) {
  return (
    <p className="picture-bar">
      {words('article.picture.waiting', { count: waiting, number: waiting })}{' '}
      <button type="button" onClick={onShow}>
        {words('article.picture.all')}
      </button>
    </p>
  )
}

interface AboveProps {
  summary: PostSummary
  body: ArticleBody
  options: FragmentOptions
}

function Above({ summary, body, options }: AboveProps) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const isVideo = summary.kind === 'video' && options.withPlayers
    const above = {
      video: isVideo ? parseVideoUrl(body.sourceUrl ?? '') : undefined,
      title: toDisplayTitle(summary),
      image: leadImageAbove(summary, body),
    }
    box.current?.replaceChildren(buildAbove(above, options))
  }, [summary, body, options])
  return <div ref={box} className="article-above" />
}

function ArticlePart({ html, options }: { html: string; options: FragmentOptions }) {
  const box = useRef<HTMLDivElement>(null)
  const plain = useMemo(() => toPlainReason(html), [html])
  useLayoutEffect(() => {
    if (plain === undefined) {
      box.current?.replaceChildren(readyFragment(sanitizeHtml(html), options))
    }
  }, [html, plain, options])
  if (plain === undefined) return <div ref={box} className="article-part" />
  return (
    <>
      <output className="article-notice">{options.words(`article.plain.${plain}`)}</output>
      <div className="article-plain">{toPlainText(html)}</div>
    </>
  )
}

function toPlainReason(html: string): PlainReason {
  if (isTooHeavy(html)) return 'heavy'
  return canSanitize() ? undefined : 'unsafe'
}

// A single text node of millions of characters would freeze the page.
const plainCharacters = 300_000

function toPlainText(html: string): string {
  const text = stripTags(html.slice(0, 20 * plainCharacters))
  return text.length > plainCharacters ? `${text.slice(0, plainCharacters)}…` : text
}
