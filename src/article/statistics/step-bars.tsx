/** Height of the tallest bar, in units of the drawing. */
const height = 24

/** A bar a step, the tallest as high as the drawing. Readers of tables have the numbers, so it is hidden from them. */
export function StepBars({ steps }: { steps: readonly number[] }) {
  const most = steps.reduce((high, count) => Math.max(high, count), 1)
  const bars = steps.map((count, at) => {
    if (count === 0) return ''
    // At least a hairline: a quiet month is still there.
    const bar = Math.max(0.75, Math.round((100 * height * count) / most) / 100)
    return `M${at} ${height}v-${bar}h0.8v${bar}z`
  })
  return (
    <svg
      viewBox={`0 0 ${Math.max(1, steps.length)} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={bars.join('')} />
    </svg>
  )
}
