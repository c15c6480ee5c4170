import { useId, useState, type PointerEvent } from 'react'
import { toNumberText } from '#article/number-text.ts'
import { toPeriodText } from '#article/view/period-text.ts'
import type { PeriodBin } from '#core/selection/period-bins.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { toBarAt, toOrderedRange, type BarRange } from './bar-range.ts'
import { Bars } from './bars.tsx'
import styles from './over-time.module.css'

interface HistogramProps {
  bins: readonly PeriodBin[]
  /** The bars that the list is narrowed to. */
  range: BarRange
  onChange: (range: BarRange) => void
}

/**
 * The posts of a list by period. Drawing over the bars with mouse or finger narrows the list to them; two sliders below
 * do the same for the keyboard.
 */
export function Histogram({ bins, range, onChange }: HistogramProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [drawn, setDrawn] = useState<{ anchor: number; range: BarRange }>()
  const shown = drawn?.range ?? range
  const most = Math.max(...bins.map(({ count }) => count))
  const toText = (at: number) => toPeriodText(bins[at]?.period ?? '', locale)
  const barOf = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    return toBarAt((event.clientX - left) / Math.max(1, width), bins.length)
  }
  const draw = (event: PointerEvent<HTMLElement>) => {
    if (drawn === undefined) return
    setDrawn({ ...drawn, range: toOrderedRange(drawn.anchor, barOf(event)) })
  }
  return (
    <div className={styles.histogram}>
      <p className={styles.scale}>
        {t('overTime.most', { number: toNumberText(most) })}
        <output>{`${toText(shown.first)} – ${toText(shown.last)}`}</output>
      </p>
      <div
        className={styles.brush}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          const anchor = barOf(event)
          setDrawn({ anchor, range: { first: anchor, last: anchor } })
        }}
        onPointerMove={draw}
        onPointerCancel={() => {
          setDrawn(undefined)
        }}
        onPointerUp={() => {
          if (drawn !== undefined) onChange(drawn.range)
          setDrawn(undefined)
        }}
      >
        <Bars bins={bins} most={most} range={shown} />
      </div>
      <div className={styles.ends} aria-hidden="true">
        <span>{toText(0)}</span>
        <span>{toText(bins.length - 1)}</span>
      </div>
      <RangeSlider
        label={t('overTime.from')}
        value={range.first}
        count={bins.length}
        text={toText(range.first)}
        onChange={(first) => {
          onChange({ first, last: Math.max(first, range.last) })
        }}
      />
      <RangeSlider
        label={t('overTime.to')}
        value={range.last}
        count={bins.length}
        text={toText(range.last)}
        onChange={(last) => {
          onChange({ first: Math.min(range.first, last), last })
        }}
      />
    </div>
  )
}

interface RangeSliderProps {
  label: string
  value: number
  count: number
  /** The period at the value, in words. */
  text: string
  onChange: (value: number) => void
}

function RangeSlider({ label, value, count, text, onChange }: RangeSliderProps) {
  const id = useId()
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={count - 1}
        value={value}
        aria-valuetext={text}
        onChange={({ target }) => {
          onChange(target.valueAsNumber)
        }}
      />
      <span aria-hidden="true">{text}</span>
    </div>
  )
}
