import { toPublishedText } from '#article/versions-list.tsx'
import type { Article } from '#reader/data/archive/article-query.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { postPath } from '#reader/links/paths.ts'
import { Link } from '#reader/router/link.tsx'
import { toCitedTitle } from './cited-post.ts'
import styles from './check.module.css'

/** A post of the archive with what tells it: its time, its source and the hash of its file. */
export function CitedPost({ post }: { post: Article }) {
  const { t } = useTranslation()
  const { summary, body } = post
  const facts = [
    toPublishedText(summary) ?? t('article.publishedUnknown'),
    ...(summary.sourceHost === undefined ? [] : [summary.sourceHost]),
  ]
  return (
    <div className={styles.post}>
      <p>
        <Link to={postPath(summary.id)}>
          <bdi>{toCitedTitle(post)}</bdi>
        </Link>
      </p>
      <p className={styles.facts}>{facts.join(' · ')}</p>
      {summary.supersededBy !== undefined && (
        <p className={styles.facts}>{t('article.superseded')}</p>
      )}
      {body.source !== undefined && (
        <p className={styles.hash}>
          {t('article.cite.pair', { name: t('article.sha256'), value: body.source.sha256 })}
        </p>
      )}
    </div>
  )
}
