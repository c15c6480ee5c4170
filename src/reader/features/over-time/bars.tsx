import type { PeriodBin } from '#core/selection/period-bins.ts'
import type { BarRange } from './bar-range.ts'
import styles from './over-time.module.css'

interface BarsProps {
  bins: readonly PeriodBin[]
  /** The count that fills the whole height. */
  most: number
  /** Bars outside are drawn pale; absent = none is outside. */
  range?: BarRange
}

const height = 100
/** Least height of a bar with posts: one post among thousands is still there. */
const leastHeight = 2

/** Bars as high as their counts. Says nothing to a screen reader: a table holds the numbers. */
export function Bars({ bins, most, range }: BarsProps) {
  return (
    <svg
      className={styles.bars}
      viewBox={`0 0 ${bins.length} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {bins.map(({ period, count }, at) => {
        if (count === 0) return null
        const size = Math.max(leastHeight, (count / Math.max(1, most)) * height)
        const isIn = range === undefined || (at >= range.first && at <= range.last)
        return (
          <rect
            key={period}
            className={isIn ? styles.barIn : styles.barOut}
            x={at + 0.06}
            y={height - size}
            width={0.88}
            height={size}
          />
        )
      })}
    </svg>
  )
}
