import { toDayWords } from '#article/date-words.ts'
import type { Words } from '#article/words.ts'
import { dayPath, homePath } from '#reader/links/paths.ts'
import { Link } from '#reader/router/link.tsx'
import type { NearDay } from './load-article.ts'

/** What a page without its article is given. */
export interface MissingArticleProps {
  day: NearDay | undefined
  words: Words
  locale: string
}

/** Links from a page without its article: to the day that its address names, and to the timeline. */
export function MissingLinks({ day, words, locale }: MissingArticleProps) {
  return (
    <>
      {day && (
        <Link className="article-button" to={dayPath(day.day)}>
          {words(day.exact ? 'article.missing.day' : 'article.missing.nearest', {
            day: toDayWords(day.day, locale),
          })}
        </Link>
      )}
      <Link className="article-button" to={homePath}>
        {words('article.missing.timeline')}
      </Link>
    </>
  )
}
