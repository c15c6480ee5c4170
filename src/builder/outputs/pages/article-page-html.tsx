import { createElement } from 'react'
import { ArticlePage } from '#article/article-page.tsx'
import type { Words } from '#article/words.ts'
import { articleBlockId, toArticleBlock } from '#contract/article-block.ts'
import type { ArticleBody } from '#contract/body-pack.ts'
import { picturePath } from '#contract/picture-file.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import { innerLinkStart } from '#core/address/own-address.ts'
import { toReadableUrl } from '#core/address/readable-url.ts'
import type { CanonicalChoice } from '#builder/site/plan/build-options.ts'
import { toArticleHead } from './article-head.ts'
import { toArticleHrefs } from './article-hrefs.ts'
import { toDataBlock } from '#core/html/data-block.ts'
import { escapeHtml } from '#core/html/escape-html.ts'
import { toMasthead } from '#builder/site/page/masthead.ts'
import { toStaticMarkup } from '#builder/site/page/static-markup.ts'
import { toNoscriptPictures } from './noscript-pictures.ts'
import type { PageShell } from '#builder/site/page/page-shell.ts'

/** What all pages of a site share. */
export interface PageSetting {
  shell: PageShell
  siteTitle: string
  /** Path of the site, with leading and trailing slash. */
  base: string
  /** Full address of the site; `undefined` when unknown. */
  address: string | undefined
  canonical: CanonicalChoice
  timeZone: string
  words: Words
  /** BCP 47 language of the words. */
  locale: string
  twinFacets: boolean
  /** Print of the key that signs the archive; `undefined` where nobody signs it. */
  keyPrint: string | undefined
  /** Whether every post has a page. */
  hasAllPages: boolean
}

// Placeholder for the text. No title or tag can produce it: React escapes every `<` in data.
const textSeat = '<article-text></article-text>'

/** Renders the whole page of a post, which reads without JavaScript. */
export function toArticlePageHtml(
  { summary, body }: { summary: PostSummary; body: ArticleBody },
  setting: PageSetting,
): string {
  const { shell, siteTitle, base, timeZone, words, locale, twinFacets, hasAllPages } = setting
  const frame = toStaticMarkup(
    <ArticlePage
      summary={summary}
      body={toReadable(body)}
      words={words}
      locale={locale}
      hrefs={toArticleHrefs(base, hasAllPages)}
      twinFacets={twinFacets}
      timeZone={timeZone}
      keyPrint={setting.keyPrint}
      toPictureHref={(file) => `${base}${picturePath(file)}`}
    >
      {createElement('article-text')}
    </ArticlePage>,
  )
  return shell({
    title: `${toDisplayTitle({ ...summary, title: body.title ?? summary.title })} · ${siteTitle}`,
    language: locale,
    head: toArticleHead({ ...setting, summary, body }),
    root: `${toMasthead({ siteTitle, base, browse: words('article.browse') })}<main>${frame.replace(textSeat, () => toText(body, base) + toPageBar(body, words))}</main>${toBlock(summary, body)}`,
  })
}

/** The same article, with the address of its original in letters: the page writes it several times. */
function toReadable({ sourceUrl, ...rest }: ArticleBody): ArticleBody {
  return sourceUrl === undefined ? rest : { ...rest, sourceUrl: toReadableUrl(sourceUrl) }
}

/** Renders the parts as the reader does, so that it can pick them up from the page and nothing moves when it takes over. */
function toText({ parts, localPictures }: ArticleBody, base: string): string {
  const local = new Map(
    localPictures?.map(({ url, file, width, height }) => [
      url,
      { src: `${base}${picturePath(file)}`, width, height },
    ]),
  )
  return parts
    .map((part) => toNoscriptPictures(part, (url) => local.get(url)))
    .map((html) => html.replaceAll(`<a href="${innerLinkStart}`, `<a href="${base}posts/`))
    .map((html) => `<div class="article-part">${html}</div>`)
    .join('')
}

/** Notes that the mirrored page held more, which only the reader can show. */
function toPageBar({ page }: ArticleBody, words: Words): string {
  return page === undefined
    ? ''
    : `<p class="page-bar">${escapeHtml(words('article.wholePage.hidden'))}</p>`
}

function toBlock(summary: PostSummary, body: ArticleBody): string {
  // Two pictures with one file are indistinguishable in the page, so the reader must fetch the article instead.
  const files = body.localPictures?.map(({ file }) => file) ?? []
  if (new Set(files).size < files.length) return ''
  return toDataBlock(
    { type: 'application/json', id: articleBlockId },
    toArticleBlock(summary, body),
  )
}
