import { memo, useId, useState, type KeyboardEvent } from 'react'
import { toNumberText } from '#article/number-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { toDayText } from '#article/date-words.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import {
  listYearPlaces,
  toCellDay,
  toCellPlace,
  type CellPlace,
  type HeatYear,
} from './heat-map.ts'
import styles from './calendar.module.css'

/** Width and height of a cell with its gap, in SVG user units. */
const step = 10
const cellSize = 8.5
const weeks = 54

interface YearMapProps {
  year: HeatYear
  /** Opens the timeline at a year, `YYYY`, or a day. */
  onJump: (period: string) => void
}

/**
 * One year as columns of weeks. A pointer can read and open any day; for the keyboard the year is one control whose arrow
 * keys move from day to day. It has five shapes, not one for each day, so that thirty years stay fast.
 */
export function YearMap({ year, onJump }: YearMapProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const id = useId()
  const [day, setDay] = useState<string>()
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
        {day === undefined ? ' ' : words}
      </p>
      <input
        className={styles.slider}
        type="range"
        min={1}
        max={366}
        aria-label={t('calendar.days', { year: year.year })}
        aria-valuetext={words}
        value={toDayNumber(shown)}
        onChange={(event) => {
          setDay(toDayOfNumber(year.year, event.target.valueAsNumber))
        }}
        onKeyDown={press}
        onFocus={() => {
          setDay(shown)
        }}
      />
      <svg
        className={styles.map}
        viewBox={`0 0 ${weeks * step} ${7 * step}`}
        aria-hidden="true"
        onPointerMove={(event) => {
          setDay(toPointedDay(event, year.year))
        }}
        onPointerLeave={() => {
          setDay(undefined)
        }}
        onClick={(event) => {
          const pointed = toPointedDay(event, year.year)
          if (pointed !== undefined) onJump(pointed)
        }}
      >
        <YearShapes year={year} />
        {day === undefined ? null : (
          <path className={styles.cursor} d={toPath([toCellPlace(day)])} />
        )}
      </svg>
    </section>
  )
}

// Memoized: moving the pointer over the days renders the year again each time, but not its shapes.
const YearShapes = memo(function YearShapes({ year }: { year: HeatYear }) {
  return (
    <>
      <path className={styles.none} d={toPath(listYearPlaces(year.year))} />
      {[1, 2, 3, 4].map((shade) => (
        <path
          key={shade}
          className={styles[`shade${shade}`]}
          d={toPath(year.cells.filter((cell) => cell.shade === shade))}
        />
      ))}
    </>
  )
})

function toPath(places: readonly CellPlace[]): string {
  return places
    .map(
      ({ week, weekday }) =>
        `M${week * step} ${weekday * step}h${cellSize}v${cellSize}h-${cellSize}z`,
    )
    .join('')
}

function toPointedDay(
  event: { clientX: number; clientY: number; currentTarget: SVGSVGElement },
  year: string,
): string | undefined {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
  const week = Math.floor(((event.clientX - left) / width) * weeks)
  const weekday = Math.floor(((event.clientY - top) / height) * 7)
  return toCellDay(year, week, Math.min(Math.max(weekday, 0), 6))
}

const dayMs = 86_400_000
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  ArrowRight: 7,
  ArrowLeft: -7,
  PageDown: 28,
  PageUp: -28,
}

function stepDay(day: string, key: string): string | undefined {
  if (key === 'Home') return `${day.slice(0, 4)}-01-01`
  if (key === 'End') return `${day.slice(0, 4)}-12-31`
  const days = steps[key]
  if (days === undefined) return undefined
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

function toDayNumber(day: string): number {
  return (
    (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${day.slice(0, 4)}-01-01T00:00:00Z`)) / dayMs + 1
  )
}

function toDayOfNumber(year: string, number: number): string {
  const day = new Date(Date.parse(`${year}-01-01T00:00:00Z`) + (number - 1) * dayMs)
  return day.toISOString().startsWith(year) ? day.toISOString().slice(0, 10) : `${year}-12-31`
}
