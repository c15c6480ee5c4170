import { useSuspenseQuery } from '@tanstack/react-query'
import { memo, Suspense, useDeferredValue, useSyncExternalStore } from 'react'
import { toNumberText } from '#article/number-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { useLocation } from 'react-router-dom'
import { useNavigate, useOutletContext, useSearchParams } from '#reader/router/use-router.ts'
import { countSelection } from '#core/selection/selection.ts'
import { toFilterPeriod } from '#core/selection/filter-period.ts'
import type { FilterChange, TimelineFilter } from '#core/selection/timeline-filter.ts'
import { selectionQuery } from '#reader/data/filter/filter-query.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { ActiveChips, DeskHead, PeriodSteps } from './active-chips.tsx'
import { FilterPanel } from '#reader/features/filter/filter-panel.tsx'
import { ShareView } from '#reader/features/share/share-view.tsx'
import { HomeDoor } from '#reader/features/timeline/door/home-door.tsx'
import { useVisit } from '#reader/features/timeline/door/use-visit.ts'
import { Timeline } from '#reader/features/timeline/timeline.tsx'
import { Dialog } from '#reader/ui/dialog.tsx'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { lazyPart } from '#reader/ui/lazy-part.tsx'
import { ListAction } from '#reader/ui/list-action.tsx'
import type { OpenState } from '#reader/ui/open-state.ts'
import { useKeys } from '#reader/ui/use-keys.ts'
import { useMediaQuery, wideQuery } from '#reader/ui/use-media-query.ts'
import { usePageAddress } from '#reader/ui/head/use-page-address.ts'
import { ListLanguageChoice } from '#reader/features/list-language/list-language-choice.tsx'
import { ClockChoice } from '#reader/features/clock/clock-choice.tsx'
import { useClockChoice } from '#reader/features/clock/use-clock-choice.ts'
import { useListClock } from '#reader/features/clock/use-list-clock.ts'
import { rememberTopPlace } from '#reader/features/timeline/use-scroll-place.ts'
import { useShownFilter } from '#reader/features/clock/use-shown-filter.ts'
import { useTitle } from '#reader/ui/use-title.ts'
import { useViewName } from '#reader/ui/use-view-name.ts'
import { ViewHeading } from '#reader/ui/view-heading.tsx'
import { listCalendarPath, timelinePath } from '#reader/links/paths.ts'
import { KeepListAction } from './kept-parts.tsx'
import { makeMissingDialog } from './missing-dialog.tsx'
import { shownDesk } from '#reader/storage/desk/shown-desk.ts'
import { useFilterChange } from './use-filter-change.ts'
import type { PageContext } from './root-layout.tsx'

const NoHits = lazyPart(async () => (await import('./late-pages.ts')).loadNoHits(), FailureNotice)
const SearchNotes = lazyPart(
  async () => (await import('#reader/features/search-help/search-notes.tsx')).SearchNotes,
)

const loadFeeds = () => import('#reader/features/feeds/feed-links.tsx')
const FeedAlternates = lazyPart(async () => (await loadFeeds()).FeedAlternates)
const FeedLinks = lazyPart(async () => (await loadFeeds()).FeedLinks)

const TakeListDialog = lazyPart(
  async () => (await import('./late-dialogs.ts')).loadTakeListDialog(),
  makeMissingDialog('share.save'),
)

/** The timeline and its filter: beside it on a wide screen, in a sheet on a narrow one. */
export function TimelinePage() {
  const { data: manifest } = useSuspenseQuery(manifestQuery())
  const params = useSearchParams()
  const filter = useShownFilter(params)
  const { filterSheet } = useOutletContext() as PageContext
  const { query } = filter
  const isWide = useMediaQuery(wideQuery)
  const railFilter = useRailFilter(filter)
  const navigate = useNavigate()
  const change = useFilterChange(filter)
  const clock = useListClock(filter)
  const visit = useVisit(filter)
  const name = useViewName(filter)
  useSyncExternalStore(shownDesk.subscribe, () => shownDesk.SelectBar)
  const { SelectBar } = shownDesk
  useTitle(name, manifest.title)
  usePageAddress(manifest, timelinePath(filter))
  useKeys({
    g: () => {
      void navigate(listCalendarPath(filter))
    },
    f: () => {
      if (isWide) document.querySelector<HTMLElement>('#filter input, #filter button')?.focus()
      else filterSheet.write(true)
    },
  })
  return (
    <div className="list-page">
      {manifest.feeds === undefined ? null : <FeedAlternates filter={railFilter} />}
      <div className="list-column">
        <ViewHeading name={name} siteTitle={manifest.title} />
        <Timeline
          filter={filter}
          door={visit === undefined ? null : <HomeDoor visit={visit} />}
          leftOff={visit?.leftOff}
          controls={
            <>
              <ActiveChips filter={filter} onChange={change} />
              {toFilterPeriod(filter) === undefined ? null : <PeriodSteps filter={filter} />}
            </>
          }
          clock={clock}
          empty={
            query === undefined ? undefined : (
              <Suspense fallback={null}>
                <NoHits filter={filter} query={query} />
              </Suspense>
            )
          }
        >
          {filter.choices.has('saved') || filter.choices.has('ids') ? (
            <DeskHead filter={filter} />
          ) : null}
          <Suspense fallback={null}>
            {query === undefined ? null : <SearchNotes filter={filter} />}
          </Suspense>
        </Timeline>
        {SelectBar && <SelectBar filter={filter} />}
      </div>
      {/* After the rows, as in lists without script: a keyboard reaches the first post without passing every filter. */}
      {isWide ? (
        <FilterRail filter={railFilter} onChange={change} />
      ) : (
        <FilterSheet filter={filter} onChange={change} state={filterSheet} />
      )}
    </div>
  )
}

/** Under other days the same row stays in view. */
function ListClockChoice({ filter }: { filter: TimelineFilter }) {
  const clocks = useClockChoice(filter)
  const navigate = useNavigate()
  const { key } = useLocation()
  const keepPlace = (next: TimelineFilter | undefined) => {
    const place = rememberTopPlace(key)
    if (next !== undefined) void navigate(timelinePath(next), { replace: true, state: { place } })
  }
  return <ClockChoice {...clocks} onChoose={(setting) => void clocks.choose(setting, keepPlace)} />
}

/** Their code is loaded where a site has feeds. */
function Feeds({ filter }: { filter: TimelineFilter }) {
  const { data: manifest } = useSuspenseQuery(manifestQuery())
  return manifest.feeds === undefined ? null : <FeedLinks filter={filter} />
}

interface FilterProps {
  filter: TimelineFilter
  onChange: (change: FilterChange) => unknown
}

/**
 * The rail's filter. Defers the query until after the rows, as the rail does not show it; a choice made in the rail
 * shows at once.
 */
function useRailFilter(filter: TimelineFilter): TimelineFilter {
  const late = useDeferredValue(filter)
  return late.query === filter.query ? filter : late
}

const FilterRail = memo(function FilterRail(props: FilterProps) {
  const { t } = useTranslation()
  return (
    <aside id="filter" className="list-rail" tabIndex={-1} aria-label={t('filter.name')}>
      <FilterPanel
        {...props}
        languageChoice={<ListLanguageChoice {...props} />}
        clockChoice={<ListClockChoice filter={props.filter} />}
      />
      <Feeds filter={props.filter} />
      <ShareView path={timelinePath(props.filter)} />
      <ListAction label="share.save" filter={props.filter} Dialog={TakeListDialog} />
      <KeepListAction filter={props.filter} />
    </aside>
  )
})

/** Opens and closes without the page: its rows are many. */
function FilterSheet({ state, ...props }: FilterProps & { state: OpenState }) {
  const isOpen = useSyncExternalStore(state.subscribe, state.read)
  if (!isOpen) return null
  return (
    <OpenFilterSheet
      {...props}
      onClose={() => {
        state.write(false)
      }}
    />
  )
}

function OpenFilterSheet({ onClose, ...props }: FilterProps & { onClose: () => void }) {
  const { t } = useTranslation()
  const { data: selection } = useSuspenseQuery(selectionQuery(props.filter))
  const count = countSelection(selection)
  return (
    <Dialog
      title={t('filter.name')}
      form="sheet"
      onClose={onClose}
      footer={
        <button type="button" className="button button-wide" onClick={onClose}>
          {t('filter.show', { count, number: toNumberText(count) })}
        </button>
      }
    >
      <FilterPanel
        {...props}
        languageChoice={<ListLanguageChoice {...props} />}
        clockChoice={<ListClockChoice filter={props.filter} />}
      />
      <Feeds filter={props.filter} />
      <ShareView path={timelinePath(props.filter)} />
      <ListAction label="share.save" filter={props.filter} Dialog={TakeListDialog} />
      <KeepListAction filter={props.filter} />
    </Dialog>
  )
}
