import { Link } from '#reader/router/link.tsx'
import { toDayWords } from '#article/date-words.ts'
import type { Words } from '#article/words.ts'
import { dayPath, homePath } from '#reader/links/paths.ts'
import type { NearDay } from './load-article.ts'

interface MissingArticleProps {
  day: NearDay | undefined
  words: Words
  locale: string
}

/** Says that there is no such article and offers the day that its address names. */
export function MissingArticle({ day, words, locale }: MissingArticleProps) {
  return (
    <div className="article article-missing">
      <h1>{words('article.missing.title')}</h1>
      <p>{words('article.missing.text')}</p>
      <p className="article-links">
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
      </p>
    </div>
  )
}
