import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import type { ArticleHrefs } from './article-hrefs.ts'
import { toNumberText } from './number-text.ts'
import { languageAttributes } from './language-attributes.ts'
import { listLinkedHeadings } from './list-headings.ts'
import type { Words } from './words.ts'

interface ArticleContentsProps {
  summary: PostSummary
  body: ArticleBody
  words: Words
  hrefs: ArticleHrefs
}

/**
 * Table of contents of a long article: collapsed above the text, or beside it where there is room. Its plain links also
 * work without JavaScript.
 */
export function ArticleContents({ summary, body, words, hrefs }: ArticleContentsProps) {
  const headings = listLinkedHeadings(body.parts)
  if (headings.length === 0) return null
  const number = toNumberText(headings.length)
  return (
    <nav className="article-contents" aria-label={words('article.contents')}>
      <details>
        <summary>
          {words('article.contents')} <small>{number}</small>
        </summary>
        <ol {...languageAttributes(summary.language)}>
          {headings.map(({ name, depth, text }) => (
            <li key={name} className={`article-contents-${Math.min(depth, 3)}`}>
              <a href={hrefs.place(summary.id, name)}>{text}</a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  )
}
