import type { BinUnit } from '#core/selection/bin-unit.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ListClock } from '#article/row/list-clock.ts'
import { toNumberText } from '#article/number-text.ts'
import { toTimelineDays } from '#core/selection/calendar.ts'
import { toPlaceSelection } from '#core/selection/places.ts'
import { listFittingUnits, toFittingUnit, toPeriodBins } from '#core/selection/period-bins.ts'
import { countSelection } from '#core/selection/selection.ts'
import { toSearchParams, withDays, type TimelineFilter } from '#core/selection/timeline-filter.ts'
import { clockCalendarQuery } from '#reader/data/clock/clock-query.ts'
import { selectionQuery, toFilterKey } from '#reader/data/filter/filter-query.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { Segmented } from '#reader/ui/segmented.tsx'
import button from '#reader/ui/text-button.module.css'
import { toBarRange, toRangeDays } from './bar-range.ts'
import { Histogram } from './histogram.tsx'
import { Mentions } from './mentions.tsx'
import { PostPassages } from './passages/post-passages.tsx'
import { PeriodTable } from './period-table.tsx'
import { ValueStrips } from './value-strips.tsx'
import { toWholeTime } from './whole-time.ts'
import styles from './over-time.module.css'

interface OverTimeProps {
  filter: TimelineFilter
  /** The clock of the list's days. */
  clock: ListClock
  /** What a bar stands for; absent = what shows the list best. */
  unit: BinUnit | undefined
  /** Shows the list narrowed to other days, or by another unit. */
  onChange: (filter: TimelineFilter, unit: BinUnit | undefined) => void
}

/**
 * A list as a story: how many posts when, the first and the last, who wrote when, and what each says. The bars stand for
 * all of its time; a part of them narrows the list.
 */
export function OverTime({ filter, clock, unit, onChange }: OverTimeProps) {
  const { t } = useTranslation()
  const whole = toWholeTime(filter)
  const { data: calendar } = useSuspenseQuery(clockCalendarQuery(whole))
  const { data: all } = useSuspenseQuery(selectionQuery(whole))
  const { data: shown } = useSuspenseQuery(selectionQuery(filter))
  const isPrinting = useIsPrinting()
  const allDays = toTimelineDays(calendar, all)
  const units = listFittingUnits(allDays)
  const fitting = toFittingUnit(allDays)
  const chosen = unit !== undefined && units.includes(unit) ? unit : fitting
  const bins = toPeriodBins(allDays, chosen)
  if (bins.bins.length === 0) {
    return <p>{t(bins.outside === 0 ? 'timeline.noMatch' : 'timeline.undated')}</p>
  }
  const last = bins.bins.length - 1
  const range = toBarRange(bins.bins, filter) ?? { first: 0, last }
  const list = toSearchParams(filter).toString()
  return (
    <div className={styles.overTime}>
      <Mentions
        days={toTimelineDays(calendar, shown)}
        posts={toPlaceSelection(calendar.places, shown)}
        ordinalOf={(place) => calendar.places?.ordinals[place] ?? place}
        list={list}
      />
      <div className={styles.tools}>
        {units.length < 2 ? null : (
          <Segmented
            label={t('overTime.unit')}
            labelHidden
            value={chosen}
            options={units.map((value) => ({ value, label: t(`overTime.${value}`) }))}
            onChange={(next) => {
              onChange(filter, next === fitting ? undefined : next)
            }}
          />
        )}
        {range.first === 0 && range.last === last ? null : (
          <button
            type="button"
            className={button.textButton}
            onClick={() => {
              onChange(whole, unit)
            }}
          >
            {t('overTime.all')}
          </button>
        )}
      </div>
      <Histogram
        bins={bins.bins}
        range={range}
        onChange={(next) => {
          const isAll = next.first === 0 && next.last === last
          onChange(isAll ? whole : withDays(whole, toRangeDays(bins.bins, next) ?? {}), unit)
        }}
      />
      {bins.outside === 0 ? null : (
        <p className={styles.quiet}>
          {t('overTime.outside', { count: bins.outside, number: toNumberText(bins.outside) })}
        </p>
      )}
      <PeriodTable bins={bins} filter={whole} isOpen={isPrinting} />
      <ValueStrips
        filter={whole}
        calendar={calendar}
        whole={bins}
        facet="source"
        posts={countSelection(all)}
      />
      <PostPassages
        key={toFilterKey(filter)}
        posts={shown}
        query={filter.query}
        clock={clock}
        listKey={toFilterKey(filter)}
        list={list}
      />
    </div>
  )
}

/** Whether the page is being printed: what is folded opens. */
function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const before = () => {
      flushSync(() => {
        setPrinting(true)
      })
    }
    const after = () => {
      setPrinting(false)
    }
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [])
  return isPrinting
}
