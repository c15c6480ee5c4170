import type { ArticleBody } from '#contract/body-pack.ts'
import type { FacetName } from '#core/facet/facet.ts'
import { toNameKey } from '#core/text/name-key.ts'
import type { ArticleHrefs } from './article-hrefs.ts'
import type { Words } from './words.ts'

type Derived = ArticleBody['derived']

/**
 * Facts the source page gives in addition to the front matter: one line that names their origin. Each fact links to a
 * filter.
 */
export function DerivedFactsLine({
  derived,
  words,
  hrefs,
}: {
  derived: Derived
  words: Words
  hrefs: ArticleHrefs
}) {
  const facts = listFacts(derived)
  if (facts.length === 0) return null
  return (
    <div className="article-tags article-derived">
      <span title={words('article.fromPageHint')}>{words('article.fromPage')}</span>
      <ul>
        {facts.map(({ facet, value }) => (
          <li key={`${facet} ${value}`}>
            <a href={hrefs.facet(facet, value)} title={words(`article.derived.${facet}`)}>
              <bdi>{value}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function listFacts(derived: Derived): { facet: FacetName; value: string }[] {
  const { author, tags = [], categories = [] } = derived ?? {}
  const facts = [
    ...(author === undefined ? [] : [{ facet: 'author' as const, value: author }]),
    ...categories.map((value) => ({ facet: 'category' as const, value })),
    ...tags.map((value) => ({ facet: 'tag' as const, value })),
  ]
  // The line does not say which of them is what, so the same name would stand there twice.
  const said = new Set<string>()
  return facts.filter(({ value }) => {
    const key = toNameKey(value)
    return !said.has(key) && said.add(key)
  })
}

/** The same facts with labels, for the record at the end of the article. */
export function DerivedRecord({ derived, words }: { derived: Derived; words: Words }) {
  const { author, tags = [], categories = [], language } = derived ?? {}
  const entries = [
    ['author', author],
    ['category', categories.join(', ')],
    ['tag', tags.join(', ')],
    ['language', language],
  ] as const
  return entries
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => (
      <div key={name}>
        <dt>
          {words(`article.derived.${name}`)} <small>({words('article.fromPage')})</small>
        </dt>
        <dd>
          <bdi>{value}</bdi>
        </dd>
      </div>
    ))
}
