import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { toNumberText } from '#article/number-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { toDayText } from '#article/date-words.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useMediaQuery, wideQuery } from '#reader/ui/use-media-query.ts'
import { stepDay, toPlaceInYear, toDayInYear } from './day-steps.ts'
import type { HeatYear } from './heat-map.ts'
import { MonthMaps } from './month-maps.tsx'
import { WeekMap } from './week-map.tsx'
import styles from './calendar.module.css'

interface YearMapProps {
  year: HeatYear
  /** Opens the timeline at a year, `YYYY`, a month or a day. */
  onJump: (period: string) => void
  /** Rendered below its days. */
  below?: ReactNode
}

/**
 * One year: columns of weeks on a wide screen, leaves of months on a narrow one. A mouse reads a day by pointing and opens
 * it by pressing. A finger reads a day by its first touch and opens it by the second, or by the button that the first brings.
 * For the keyboard the year is one control whose arrow keys move from day to day.
 */
export function YearMap({ year, onJump, below }: YearMapProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const isWide = useMediaQuery(wideQuery)
  const id = useId()
  const [day, setDay] = useState<string>()
  const [touched, setTouched] = useState<string>()
  const shown = day ?? year.cells.at(-1)?.day ?? `${year.year}-12-31`
  const count = year.cells.find((cell) => cell.day === shown)?.count ?? 0
  const number = toNumberText(count)
  const words = `${toDayText(shown, locale)} · ${t('timeline.count', { count, number })}`
  const press = (event: KeyboardEvent) => {
    const next = stepDay(shown, event.key)
    if (next !== undefined && next.startsWith(year.year)) setDay(next)
    else if (event.key === 'Enter') onJump(shown)
    else if (next === undefined) return
    event.preventDefault()
  }
  const days = {
    year,
    chosen: day,
    onPoint: setDay,
    onPress: (pressed: string, isFinger: boolean) => {
      if (!isFinger || pressed === touched) onJump(pressed)
      setDay(pressed)
      setTouched(isFinger ? pressed : undefined)
    },
  }
  return (
    <section className={styles.year} aria-labelledby={id}>
      <h2 id={id}>
        <button
          type="button"
          onClick={() => {
            onJump(year.year)
          }}
        >
          {year.year}
          <span className={styles.count}>{` · ${toNumberText(year.count)}`}</span>
        </button>
      </h2>
      <p className={styles.words} aria-hidden="true">
        {day === undefined || touched !== undefined ? ' ' : words}
      </p>
      <input
        className={styles.slider}
        type="range"
        min={1}
        max={366}
        aria-label={t('calendar.days', { year: year.year })}
        aria-valuetext={words}
        value={toPlaceInYear(shown)}
        onChange={(event) => {
          setDay(toDayInYear(year.year, event.target.valueAsNumber))
        }}
        onKeyDown={press}
        onFocus={() => {
          setDay(shown)
        }}
      />
      {year.withoutDay === 0 ? null : (
        <p className={styles.withoutDay}>
          {t('calendar.withoutDay', {
            count: year.withoutDay,
            number: toNumberText(year.withoutDay),
          })}
        </p>
      )}
      {isWide ? <WeekMap {...days} /> : <MonthMaps {...days} onMonth={onJump} />}
      {touched === undefined ? null : (
        <p className={styles.touched}>
          <output>{words}</output>
          <button
            type="button"
            className="button"
            onClick={() => {
              onJump(touched)
            }}
          >
            {t('calendar.go')}
          </button>
        </p>
      )}
      {below}
    </section>
  )
}
