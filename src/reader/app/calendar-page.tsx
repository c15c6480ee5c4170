import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { Link } from '#reader/router/link.tsx'
import type { LoadArgs } from '#reader/router/router.ts'
import { useNavigate, useSearchParams } from '#reader/router/use-router.ts'
import { narrowToPeriod } from '#core/selection/filter-period.ts'
import { parseTimelineFilter, type TimelineFilter } from '#core/selection/timeline-filter.ts'
import { selectionQuery } from '#reader/data/filter/filter-query.ts'
import { clockCalendarQuery } from '#reader/data/clock/clock-query.ts'
import { useClockChoice } from '#reader/features/clock/use-clock-choice.ts'
import { withReaderClock } from '#reader/data/clock/reader-clock.ts'
import { topicsQuery } from '#reader/data/archive/topics-query.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { CalendarView, prepareCalendar } from '#reader/features/calendar/calendar-view.tsx'
import { YearTopics } from '#reader/features/topics/year-topics.tsx'
import { JumpForm } from '#reader/features/calendar/jump-form.tsx'
import { OverTime } from '#reader/features/over-time/over-time.tsx'
import { toWholeTime } from '#reader/features/over-time/whole-time.ts'
import { ShareView } from '#reader/features/share/share-view.tsx'
import { ActiveChips } from './active-chips.tsx'
import { settingsStore } from '#reader/storage/settings-store.ts'
import { ClockChoice } from '#reader/features/clock/clock-choice.tsx'
import { Segmented } from '#reader/ui/segmented.tsx'
import { useKeys } from '#reader/ui/use-keys.ts'
import { usePageAddress } from '#reader/ui/head/use-page-address.ts'
import { useListClock } from '#reader/features/clock/use-list-clock.ts'
import { useShownFilter } from '#reader/features/clock/use-shown-filter.ts'
import { useTitle } from '#reader/ui/use-title.ts'
import { useViewName } from '#reader/ui/use-view-name.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import {
  calendarPath,
  timelinePath,
  toSharedAddress,
  type CalendarForm,
} from '#reader/links/paths.ts'
import { parseBinUnit, parseCalendarForm } from '#reader/links/calendar-form.ts'
import styles from './calendar-page.module.css'

/** Prefetches the data of the calendar at an address. */
export function loadCalendarPage(client: QueryClient) {
  return async ({ url }: LoadArgs): Promise<null> => {
    const { timeZone } = await client.ensureQueryData(manifestQuery())
    const { clock: setting } = settingsStore.read()
    const named = parseTimelineFilter(url.searchParams)
    const filter = withReaderClock(named, { setting, timeZone })
    const isOverTime = parseCalendarForm(url.searchParams) === 'bars'
    const shown = isOverTime ? toWholeTime(filter) : filter
    const [calendar, selection] = await Promise.all([
      client.ensureQueryData(clockCalendarQuery(shown)),
      client.fetchQuery(selectionQuery(shown)),
      isOverTime && client.fetchQuery(selectionQuery(filter)),
      // Their failure leaves the calendar as it is.
      isOverTime || client.prefetchQuery(topicsQuery()),
    ])
    if (!isOverTime) await prepareCalendar(calendar, selection)
    return null
  }
}

/** The days of a list with their number of posts; each day, month and year opens a list of its own. */
export function CalendarPage() {
  const { t } = useTranslation()
  const { data: manifest } = useSuspenseQuery(manifestQuery())
  const params = useSearchParams()
  const filter = useShownFilter(params)
  const clocks = useClockChoice(filter)
  const clock = useListClock(filter)
  const form = parseCalendarForm(params)
  const navigate = useNavigate()
  const unit = parseBinUnit(params)
  const show = (next: TimelineFilter, nextForm: CalendarForm, nextUnit = unit) => {
    void navigate(calendarPath(next, nextForm, nextUnit), { replace: true })
  }
  const jump = (period: string) => {
    void navigate(timelinePath(narrowToPeriod(filter, period)))
  }
  const name = useViewName(filter)
  const heading = [
    t(form === 'bars' ? 'timeline.overTime' : 'calendar.name'),
    ...(name === undefined ? [] : [name]),
  ].join(' · ')
  useTitle(heading, manifest.title)
  usePageAddress(manifest, calendarPath(filter, form, unit))
  useKeys({
    u: () => {
      void navigate(timelinePath(filter))
    },
  })
  return (
    <div className={styles.page}>
      <h1 dir="auto">{heading}</h1>
      {/* Only on paper: which archive this is of, and where it can be seen again. */}
      <p className={styles.address}>
        <bdi>{manifest.title}</bdi> ·{' '}
        {toPrintedAddress(calendarPath(filter, form, unit), manifest.address)}
      </p>
      <p className={styles.back}>
        <Link to={timelinePath(filter)}>{t('calendar.back')}</Link>
      </p>
      <ActiveChips
        filter={filter}
        onChange={(change) => {
          show(change(filter), form)
        }}
      />
      <div className={styles.tools}>
        <JumpForm span={manifest.span} onJump={jump} />
        <ClockChoice
          {...clocks}
          onChoose={(setting) => {
            void clocks.choose(setting, (next) => {
              if (next !== undefined) show(next, form)
            })
          }}
        />
        <Segmented
          label={t('calendar.form')}
          labelHidden
          value={form}
          options={[
            { value: 'map', label: t('calendar.map') },
            { value: 'table', label: t('calendar.table') },
            { value: 'bars', label: t('timeline.overTime') },
          ]}
          onChange={(next) => {
            show(filter, next)
          }}
        />
      </div>
      {form === 'bars' ? (
        <>
          <OverTime
            filter={filter}
            clock={clock}
            unit={unit}
            onChange={(next, nextUnit) => {
              void navigate(calendarPath(next, form, nextUnit), { replace: true })
            }}
          />
          <ShareView path={calendarPath(filter, form, unit)} />
        </>
      ) : (
        <CalendarView
          filter={filter}
          form={form}
          onJump={jump}
          renderBelow={(year) => <YearTopics year={year} filter={filter} />}
        />
      )}
    </div>
  )
}

/** Address of a path of the reader in full, as `toSharedAddress` has it, in letters where it is well-formed. */
function toPrintedAddress(path: string, published: string | undefined): string {
  const href = toSharedAddress(path, published)
  try {
    return decodeURI(href)
  } catch (error) {
    if (error instanceof URIError) return href
    throw error
  }
}
