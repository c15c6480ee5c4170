import { browsePath } from '#contract/browse-paths.ts'
import type { ListSetting } from './row-html.tsx'

/** Grey rows: as many as fill a phone. */
const shownRows = 6

/** Parameters of an address that name the view, with how the view says them. */
const namedFacets = ['tag', 'category', 'author', 'source', 'collection', 'language'] as const
const namedPlainly = ['q', 'kind', 'year', 'from', 'to'] as const

interface WaitingViewProps {
  setting: ListSetting
  hasLists: boolean
  /** Heading until the address gives a better one. */
  name: string
}

/**
 * What the early script (`early-waiting.ts`) shows of a view that is still loading: its name, its outline, and what can be done when
 * it does not come. Hidden until then: without JavaScript nothing is on its way.
 */
export function WaitingView({ setting, hasLists, name }: WaitingViewProps) {
  const { base, words } = setting
  return (
    <div data-wait="view" data-words={toPatterns(setting)} hidden>
      <h1 className="list-name" dir="auto">
        {name}
      </h1>
      <div aria-live="polite">
        <p data-wait="slow" hidden>
          {words('wait.slow')}
        </p>
        <div data-wait="failed" hidden>
          <p>{words('wait.failed')}</p>
          <p>{words('wait.place', { place: `${base}assets/` })}</p>
        </div>
        <p data-wait="fault" hidden>
          {words('wait.fault')}
        </p>
        <p className="wait-ways" data-wait="ways" hidden>
          <button type="button" className="button">
            {words('wait.retry')}
          </button>
          <a href={base}>{words('wait.newest')}</a>
          {hasLists ? <a href={`${base}${browsePath}`}>{words('browse.title')}</a> : null}
        </p>
      </div>
      <div className="wait-rows" data-wait="rows" aria-hidden="true">
        {Array.from({ length: shownRows }, (_, row) => (
          <div key={row} className="post-row wait-row">
            <span />
            <span />
          </div>
        ))}
      </div>
    </div>
  )
}

function toPatterns({ words }: ListSetting): string {
  const value = '{{value}}'
  const facets = namedFacets.map((facet) => [facet, words(`view.facet.${facet}`, { value })])
  return JSON.stringify(
    Object.fromEntries([...namedPlainly.map((name) => [name, value]), ...facets]),
  )
}
