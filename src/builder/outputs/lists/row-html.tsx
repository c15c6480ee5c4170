import type { ReactNode } from 'react'
import { DayHeading, type DayHeadingProps } from '#article/row/day-heading.tsx'
import { PostRow } from '#article/row/post-row.tsx'
import { toTitleId } from '#article/row/row-text.ts'
import type { NameWords } from '#article/view/name-words.ts'
import type { Words } from '#article/words.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import { toStaticMarkup } from '#builder/site/page/static-markup.ts'

/** What all lists of a site share. */
export interface ListSetting {
  siteTitle: string
  /** Path of the site, with leading and trailing slash. */
  base: string
  timeZone: string
  words: Words
  /** Those that name a view, for the script of the page. */
  nameWords: NameWords
  /** BCP 47 language of the words. */
  language: string
  /** Locale of dates and numbers in that language. */
  locale: string
}

/** Where the title of a row links to: its page, else the original; `undefined` = nowhere. */
export type RowTarget = { kind: 'page' | 'original'; href: string } | undefined

/** Renders a row of a list as the reader does. */
export function toRowHtml(
  { summary, target }: { summary: PostSummary; target: RowTarget },
  { words, locale, timeZone }: ListSetting,
): string {
  return toStaticMarkup(
    <article className="post-row" aria-labelledby={toTitleId(summary.id)}>
      <PostRow
        summary={summary}
        words={words}
        locale={locale}
        clock={{ timeZone }}
        title={<RowTitle target={target}>{toDisplayTitle(summary)}</RowTitle>}
        excerpt={summary.excerpt}
        languages={{
          title: summary.titleLanguage ?? summary.language,
          excerpt: summary.language,
        }}
        note={toNote(target, words)}
      />
    </article>,
  )
}

function RowTitle({ target, children }: { target: RowTarget; children: ReactNode }) {
  if (target === undefined) return children
  return (
    <a className="post-row-link" href={target.href}>
      {children}
    </a>
  )
}

function toNote(target: RowTarget, words: Words): string | undefined {
  if (target === undefined) return words('browse.unlinked')
  return target.kind === 'page' ? undefined : words('browse.original')
}

/** Renders the heading of a day as the reader does. */
export function toHeadingHtml(
  heading: Pick<DayHeadingProps, 'day' | 'count' | 'month'>,
  { words, locale, timeZone }: ListSetting,
): string {
  return toStaticMarkup(
    <DayHeading {...heading} clock={{ timeZone }} words={words} locale={locale} />,
  )
}
