// In place of `features/article/missing-article.tsx`: what a copy does not have may be where it came from.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useLocation } from 'react-router-dom'
import { toNumberText } from '#article/number-text.ts'
import { parsePostId } from '#core/post/post-id.ts'
import { MissingLinks, type MissingArticleProps } from '#reader/features/article/missing-links.tsx'
import { useTranslation } from '#reader/language/use-translation.ts'
import { postPath, toSharedAddress } from '#reader/links/paths.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { elsewhereQuery } from './elsewhere-query.ts'

/** Says that the post is not in this copy, and leads to its original, to the archive's site and to the day that its address names. */
export function MissingArticle(props: MissingArticleProps) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const id = parsePostId(pathname.slice(pathname.lastIndexOf('/') + 1))
  const { data: manifest } = useSuspenseQuery(manifestQuery())
  const { data: originals } = useQuery(elsewhereQuery())
  const { address, copy, counts } = manifest
  const original = id && originals?.get(id)
  return (
    <div className="article article-missing">
      <h1>{t('copy.elsewhere.title')}</h1>
      <p>
        {copy === undefined
          ? t('copy.elsewhere.whole')
          : t('copy.elsewhere.text', {
              number: toNumberText(counts.posts),
              total: toNumberText(copy.posts),
            })}
      </p>
      {original === undefined ? null : (
        <p>
          <a className="article-button" href={original} rel="noopener noreferrer" target="_blank">
            {t('copy.elsewhere.original')}
          </a>{' '}
          <span dir="ltr">{original}</span>
        </p>
      )}
      <p className="article-links">
        {address === undefined || id === undefined ? null : (
          <a
            className="article-button"
            href={toSharedAddress(postPath(id), address)}
            rel="noopener noreferrer"
            target="_blank"
          >
            {t('copy.elsewhere.site')}
          </a>
        )}
        <MissingLinks {...props} />
      </p>
    </div>
  )
}
