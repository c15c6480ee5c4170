import { MissingLinks, type MissingArticleProps } from './missing-links.tsx'

/** Says that there is no such article and offers the day that its address names. */
export function MissingArticle(props: MissingArticleProps) {
  const { words } = props
  return (
    <div className="article article-missing">
      <h1>{words('article.missing.title')}</h1>
      <p>{words('article.missing.text')}</p>
      <p className="article-links">
        <MissingLinks {...props} />
      </p>
    </div>
  )
}
