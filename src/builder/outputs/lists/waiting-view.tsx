import { browsePath } from '#contract/browse-paths.ts'
import type { ListSetting } from './row-html.tsx'

/** Grey rows: as many as fill a phone. */
const shownRows = 6

export interface WaitingViewProps {
  setting: ListSetting
  hasLists: boolean
  /** Heading until the address gives a better one. */
  name: string
  /** What the page shows; only lists and the calendar are named by their address. */
  view: 'list' | 'calendar' | 'other'
}

/**
 * What the early script (`early-waiting.ts`) shows of a view that is still loading: its name, its outline, and what can be done when
 * it does not come. Hidden until then: without JavaScript nothing is on its way.
 */
export function WaitingView({ setting, hasLists, name, view }: WaitingViewProps) {
  const { base, words, nameWords } = setting
  const named = view === 'other' ? undefined : JSON.stringify(nameWords)
  return (
    <div data-wait="view" data-view={view} data-words={named} hidden>
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
