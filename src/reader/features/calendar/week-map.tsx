import { useMemo } from 'react'
import { toMonthName, toShortWeekday } from '#article/date-words.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { DayMap, type Square } from './day-map.tsx'
import {
  listYearPlaces,
  toCellDay,
  toCellPlace,
  type CellPlace,
  type HeatYear,
} from './heat-map.ts'
import styles from './calendar.module.css'

const weeks = 54
const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'))

/** Props of the map of a year. */
export interface YearDaysProps {
  year: HeatYear
  /** The day that is pointed out, `YYYY-MM-DD`; absent = none. */
  chosen: string | undefined
  onPoint: (day: string | undefined) => void
  onPress: (day: string, isFinger: boolean) => void
}

/** A year as columns of weeks, with the names of months above and of weekdays beside it. */
export function WeekMap({ year, chosen, onPoint, onPress }: YearDaysProps) {
  const locale = useLocale()
  const name = year.year
  const days = useMemo(() => listYearPlaces(name).map(toSquare), [name])
  const shaded = useMemo(
    () => year.cells.map((cell) => ({ ...toSquare(cell), shade: cell.shade })),
    [year],
  )
  const dayAt = ({ x, y }: Square) => toCellDay(name, x, y)
  return (
    <div className={styles.weeks}>
      <div className={styles.monthNames} aria-hidden="true">
        {months.map((month) => (
          <span
            key={month}
            style={{ insetInlineStart: `${(toMonthColumn(name, month) / weeks) * 100}%` }}
          >
            {toMonthName(`${name}-${month}`, locale)}
          </span>
        ))}
      </div>
      <div className={styles.weekdayNames} aria-hidden="true">
        {[1, 2, 3, 4, 5, 6, 0].map((weekday) => (
          <span key={weekday}>{toShortWeekday(weekday, locale)}</span>
        ))}
      </div>
      <DayMap
        columns={weeks}
        rows={7}
        days={days}
        shaded={shaded}
        chosen={chosen === undefined ? undefined : toSquare(toCellPlace(chosen))}
        onPoint={(square) => onPoint(square && dayAt(square))}
        onPress={(square, isFinger) => {
          const day = dayAt(square)
          if (day !== undefined) onPress(day, isFinger)
        }}
      />
    </div>
  )
}

function toSquare({ week, weekday }: CellPlace): Square {
  return { x: week, y: weekday }
}

/** The first column that is all of a month, so that its name stands over its own days. */
function toMonthColumn(year: string, month: string): number {
  const { week, weekday } = toCellPlace(`${year}-${month}-01`)
  return weekday === 0 || month === '01' ? week : week + 1
}
