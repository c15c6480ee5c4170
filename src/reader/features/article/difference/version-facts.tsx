import { toPublishedText } from '#article/versions-list.tsx'
import type { Words } from '#article/words.ts'
import { listAuthors } from '#core/post/authors.ts'
import { postPath, toHref } from '#reader/links/paths.ts'
import { compareWords } from '#reader/ui/difference/compare-words.ts'
import styles from './difference.module.css'
import { Pieces } from '#reader/ui/difference/pieces.tsx'
import type { Article } from '#reader/data/archive/article-query.ts'

interface VersionFactsProps {
  before: Article
  after: Article
  words: Words
}

/** The times of two versions, their titles, and other facts that changed. */
export function VersionFacts({ before, after, words }: VersionFactsProps) {
  const title = [before, after].map((version) => version.body.title ?? version.summary.title)
  const facts = {
    'article.sourceTime': [before, after].map(toSourceTime),
    'article.difference.author': [before, after].map(({ summary }) =>
      listAuthors(summary).join(', '),
    ),
    'article.difference.sourceUrl': [before, after].map(({ body }) => body.sourceUrl),
  }
  return (
    <dl className={styles.facts}>
      <VersionTime name={words('article.difference.before')} version={before} words={words} />
      <VersionTime name={words('article.difference.after')} version={after} words={words} />
      <ChangedFact name={words('article.difference.title')} values={title} words={words} />
      {Object.entries(facts).map(([key, values]) =>
        values[0] === values[1] ? null : (
          <ChangedFact key={key} name={words(key)} values={values} words={words} />
        ),
      )}
    </dl>
  )
}

/** The source's own time. One that a mirror recorded is left out, for it repeats the published time. */
function toSourceTime({ summary: { sourceTimestamp } }: Article): string | undefined {
  return sourceTimestamp?.origin === 'epochComment' ? undefined : sourceTimestamp?.text
}

interface VersionTimeProps {
  name: string
  version: Article
  words: Words
}

function VersionTime({ name, version: { summary }, words }: VersionTimeProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <a href={toHref(postPath(summary.id))}>
          {toPublishedText(summary) ?? words('article.publishedUnknown')}
        </a>
        {summary.sourceHost !== undefined && ` · ${summary.sourceHost}`}
      </dd>
    </div>
  )
}

interface ChangedFactProps {
  name: string
  /** Values of the older and the newer version. */
  values: (string | undefined)[]
  words: Words
}

function ChangedFact({ name, values, words }: ChangedFactProps) {
  const [before = words('article.difference.absent'), after = words('article.difference.absent')] =
    values
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <bdi>
          <Pieces pieces={compareWords(before, after) ?? []} words={words} />
        </bdi>
      </dd>
    </div>
  )
}
