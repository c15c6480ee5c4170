import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useMemo, useRef } from 'react'
import { toNumberText } from '#article/number-text.ts'
import type { Words } from '#article/words.ts'
import { toBodyText } from '#core/text/body-text.ts'
import type { PostId } from '#core/post/post-id.ts'
import { postPath, toHref } from '#reader/links/paths.ts'
import { articleQuery, type Article } from '#reader/data/archive/article-query.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { compareVersions } from '#reader/ui/difference/compare-versions.ts'
import styles from './difference.module.css'
import { Passages } from '#reader/ui/difference/passages.tsx'
import { VersionFacts } from './version-facts.tsx'

interface DifferenceProps {
  /** The version whose page this is. */
  shown: Article
  /** Id of the other version. */
  other: PostId
  words: Words
}

/** Shows what changed from the older to the newer of two versions of a post. */
export function Difference({ shown, other, words }: DifferenceProps) {
  const { data, error, refetch } = useQuery(articleQuery(other))
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  const ids = shown.body.versions?.map(({ id }) => id) ?? []
  if (data === null || !ids.includes(other)) return <NoVersion {...{ shown, words }} />
  // Versions are listed newest first.
  const isOlder = ids.indexOf(shown.summary.id) > ids.indexOf(other)
  const sides = isOlder ? { before: shown, after: data } : { before: data, after: shown }
  return <ReadyDifference key={other} {...sides} shown={shown} words={words} />
}

function NoVersion({ shown, words }: Pick<DifferenceProps, 'shown' | 'words'>) {
  return (
    <>
      <p className="article-notice">{words('article.difference.missing')}</p>
      <BackLink id={shown.summary.id} words={words} />
    </>
  )
}

function BackLink({ id, words }: { id: PostId; words: Words }) {
  return (
    <p className={styles.action}>
      <a className="article-button" href={toHref(postPath(id))}>
        {words('article.difference.back')}
      </a>
    </p>
  )
}

interface ReadyProps extends Omit<DifferenceProps, 'other'> {
  before: Article
  after: Article
}

function ReadyDifference({ before, after, shown, words }: ReadyProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const name = useId()
  const difference = useMemo(
    () => compareVersions(toBodyText(before.body.parts), toBodyText(after.body.parts)),
    [before.body, after.body],
  )
  // A choice made in the list of versions moves the focus here; a page opened by its address starts at the title.
  useEffect(() => {
    if (document.activeElement?.closest('.article-versions')) heading.current?.focus()
  }, [])
  const { changes, isCoarse } = difference
  const number = toNumberText(changes)
  return (
    <section className={styles.difference} aria-labelledby={name}>
      <h2 id={name} ref={heading} tabIndex={-1}>
        {words('article.difference.name')}
      </h2>
      <VersionFacts before={before} after={after} words={words} />
      <p className={styles.sum}>
        {changes === 0
          ? words('article.difference.none')
          : words('article.difference.changes', { count: changes, number })}
      </p>
      {isCoarse && <p className="article-notice">{words('article.difference.coarse')}</p>}
      <Passages difference={difference} words={words} />
      <BackLink id={shown.summary.id} words={words} />
    </section>
  )
}
