import { useMemo } from 'react'
import { toMonthName, toShortWeekday } from '#article/date-words.ts'
import { toNumberText } from '#article/number-text.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { DayMap, type Square } from './day-map.tsx'
import { buildMonthGrid, toGridDay, toGridSquare, type MonthGrid } from './month-grid.ts'
import type { YearDaysProps } from './week-map.tsx'
import styles from './calendar.module.css'

interface MonthMapsProps extends YearDaysProps {
  /** Opens a month, `YYYY-MM`. */
  onMonth: (month: string) => void
}

/** A year as twelve leaves of a calendar, whose days are large enough for fingers. */
export function MonthMaps({ year, onMonth, ...rest }: MonthMapsProps) {
  const grids = useMemo(() => year.months.map((_, at) => buildMonthGrid(year, at + 1)), [year])
  return (
    <div className={styles.months}>
      {grids.map((grid, at) => (
        <MonthMap
          key={grid.month}
          grid={grid}
          count={year.months[at] ?? 0}
          onMonth={onMonth}
          {...rest}
        />
      ))}
    </div>
  )
}

interface MonthMapProps extends Omit<MonthMapsProps, 'year'> {
  grid: MonthGrid
  count: number
}

function MonthMap({ grid, count, chosen, onPoint, onPress, onMonth }: MonthMapProps) {
  const locale = useLocale()
  const name = toMonthName(grid.month, locale)
  const dayAt = (square: Square) => toGridDay(grid, square)
  const isChosen = chosen?.startsWith(grid.month) === true
  return (
    <div>
      <p className={styles.monthName}>
        {count === 0 ? (
          name
        ) : (
          <button
            type="button"
            tabIndex={-1}
            aria-hidden="true"
            onClick={() => onMonth(grid.month)}
          >
            {name}
            <span className={styles.count}>{` · ${toNumberText(count)}`}</span>
          </button>
        )}
      </p>
      <p className={styles.weekInitials} aria-hidden="true">
        {[1, 2, 3, 4, 5, 6, 0].map((weekday) => (
          <span key={weekday}>{toShortWeekday(weekday, locale)}</span>
        ))}
      </p>
      <DayMap
        columns={7}
        rows={6}
        days={grid.days}
        shaded={grid.shaded}
        chosen={isChosen ? toGridSquare(grid, chosen) : undefined}
        onPoint={(square) => onPoint(square && dayAt(square))}
        onPress={(square, isFinger) => {
          const day = dayAt(square)
          if (day !== undefined) onPress(day, isFinger)
        }}
      />
    </div>
  )
}
