import type { Article } from '#reader/data/archive/article-query.ts'
import { LateNotes } from './notes/late-notes.tsx'
import type { KeptPlaceProps } from './place/kept-place.tsx'
import { LateKeptPlace } from './place/late-kept-place.tsx'

type ArticleDeskProps = Omit<KeptPlaceProps, 'id'> & Pick<Article, 'summary' | 'body'>

/** What the desk of this device has to do with an article: where somebody stopped, highlights and notes. */
export function ArticleDesk({ summary, body, hold, mayReturn, ...shown }: ArticleDeskProps) {
  const { id } = summary
  return (
    <>
      <LateNotes id={id} version={body.source?.sha256} {...shown} />
      <LateKeptPlace id={id} hold={hold} mayReturn={mayReturn} {...shown} />
    </>
  )
}
