import { useState } from 'react'
import { toPublishedText, type ListedVersion, type VersionTools } from '#article/versions-list.tsx'
import type { Words } from '#article/words.ts'
import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostId } from '#core/post/post-id.ts'
import { comparisonPath, toHref } from '#reader/links/paths.ts'
import styles from './difference.module.css'

interface VersionChoice {
  /** The post shown. */
  id: PostId
  body: ArticleBody
  /** The version it is currently compared with. */
  compared: PostId | undefined
  words: Words
}

/** Lets a reader choose two versions in their list. Choosing a third drops the one chosen first. */
export function useVersionTools({ id, body, compared, words }: VersionChoice): VersionTools {
  const { versions = [] } = body
  const [chosen, setChosen] = useState<PostId[]>(() => chooseFirst(versions, id, compared))
  const choose = (version: PostId, isChosen: boolean) => {
    const others = chosen.filter((other) => other !== version)
    setChosen(isChosen ? [...others.slice(-1), version] : others)
  }
  return {
    isOpen: compared !== undefined,
    before: (version) => (
      <input
        type="checkbox"
        className={styles.choice}
        checked={chosen.includes(version.id)}
        aria-label={words('article.difference.choose', { time: toName(version, words) })}
        onChange={(event) => choose(version.id, event.target.checked)}
      />
    ),
    below: <ChoiceLink href={toComparison(versions, chosen, id)} words={words} />,
  }
}

function ChoiceLink({ href, words }: { href: string | undefined; words: Words }) {
  return (
    <p className={styles.action}>
      {href === undefined ? (
        words('article.difference.hint')
      ) : (
        <a className="article-button" href={href}>
          {words('article.difference.compare')}
        </a>
      )}
    </p>
  )
}

function toName(version: ListedVersion, words: Words): string {
  const time = toPublishedText(version) ?? words('article.publishedUnknown')
  return version.sourceHost === undefined ? time : `${time}, ${version.sourceHost}`
}

/** The initial choice: the post shown and the version it is compared with, else the next older one, else the newest. */
function chooseFirst(
  versions: readonly ListedVersion[],
  id: PostId,
  compared: PostId | undefined,
): PostId[] {
  const at = versions.findIndex((version) => version.id === id)
  const other = compared ?? (versions[at + 1] ?? versions[0])?.id
  return other === undefined || other === id ? [id] : [id, other]
}

/** Address of the comparison of two versions: the page of the post shown if it is one of them, else of the newer one. */
function toComparison(
  versions: readonly ListedVersion[],
  chosen: readonly PostId[],
  id: PostId,
): string | undefined {
  const [newer, older] = versions.map((version) => version.id).filter((at) => chosen.includes(at))
  if (newer === undefined || older === undefined) return undefined
  return toHref(older === id ? comparisonPath(older, newer) : comparisonPath(newer, older))
}
