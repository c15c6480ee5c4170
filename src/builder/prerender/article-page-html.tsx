import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { ArticlePage } from '#article/article-page.tsx'
import type { Words } from '#article/words.ts'
import type { ArticleBody } from '#contract/body-pack.ts'
import { picturePath } from '#contract/picture-file.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { toDisplayTitle } from '#core/display-title.ts'
import { toNoscriptImages } from '../clean/serialize-html.ts'
import { toArticleHead } from './article-head.ts'
import { toArticleHrefs } from './article-hrefs.ts'
import { toMasthead } from './masthead.ts'
import type { PageShell } from './page-shell.ts'

/** What all pages of a site share. */
export interface PageSetting {
  shell: PageShell
  siteTitle: string
  /** Path of the site, with `/` at both ends. */
  base: string
  timeZone: string
  words: Words
  /** BCP 47 language of the words. */
  locale: string
  twinFacets: boolean
}

// No title or tag can produce this element: React escapes every `<` that comes from data.
const textSeat = '<article-text></article-text>'

/** The whole page of one post: readable without JavaScript. */
export function toArticlePageHtml(
  { summary, body }: { summary: PostSummary; body: ArticleBody },
  setting: PageSetting,
): string {
  const { shell, siteTitle, base, timeZone, words, locale, twinFacets } = setting
  const frame = renderToStaticMarkup(
    <ArticlePage
      summary={summary}
      body={body}
      words={words}
      locale={locale}
      hrefs={toArticleHrefs(base)}
      twinFacets={twinFacets}
      timeZone={timeZone}
      toPictureHref={(file) => `${base}${picturePath(file)}`}
    >
      {createElement('article-text')}
    </ArticlePage>,
  )
  const local = new Map(
    body.localPictures?.map(({ url, file }) => [url, `${base}${picturePath(file)}`]),
  )
  const text = body.parts.map((part) => toNoscriptImages(part, (url) => local.get(url))).join('\n')
  return shell({
    title: `${toDisplayTitle({ ...summary, title: body.title ?? summary.title })} · ${siteTitle}`,
    language: locale,
    head: toArticleHead({ summary, body, siteTitle }),
    root: `${toMasthead({ siteTitle, base, browse: words('article.browse') })}<main>${frame.replace(textSeat, () => text)}</main>`,
  })
}
