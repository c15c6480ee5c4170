import { toNumberText } from '#article/number-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { toMonthName, toMonthText } from '#article/date-words.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import type { HeatYear } from './heat-map.ts'
import styles from './calendar.module.css'

interface MonthTableProps {
  years: readonly HeatYear[]
  /** Opens the timeline at a month, `YYYY-MM`. */
  onJump: (day: string) => void
}

/** The numbers of posts as a table of years and months; each number opens its month. */
export function MonthTable({ years, onJump }: MonthTableProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'))
  return (
    // A table wider than the screen scrolls in its own box; focusing its buttons scrolls it for the keyboard.
    <section className={styles.scroll} aria-label={t('calendar.table')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('facet.year')}</th>
            {months.map((month) => (
              <th key={month} scope="col">
                {toMonthName(`2020-${month}`, locale)}
              </th>
            ))}
            <th scope="col">{t('calendar.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, count, months: counts }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {months.map((month, at) => (
                <td key={month}>
                  <MonthCell
                    label={toMonthText(`${year}-${month}`, locale)}
                    count={counts[at] ?? 0}
                    onOpen={() => {
                      onJump(`${year}-${month}`)
                    }}
                  />
                </td>
              ))}
              <td>{toNumberText(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function MonthCell({ label, count, onOpen }: { label: string; count: number; onOpen: () => void }) {
  const number = toNumberText(count)
  if (count === 0) return <span className={styles.zero}>–</span>
  return (
    <button type="button" aria-label={`${label} · ${number}`} onClick={onOpen}>
      {number}
    </button>
  )
}
