import { memo, useRef, type PointerEvent } from 'react'
import styles from './calendar.module.css'

/** Width and height of a square with its gap, in SVG user units. */
const step = 10
const squareSize = 8.5

/** Where a day is in its map, counted in squares. */
export interface Square {
  x: number
  y: number
}

/** A day with posts; `shade` from 1. */
export interface ShadedSquare extends Square {
  shade: number
}

interface DayMapProps {
  columns: number
  rows: number
  /** All days. Memoize these lists: moving the pointer renders the map each time, but not its shapes. */
  days: readonly Square[]
  shaded: readonly ShadedSquare[]
  /** The day that is pointed out; absent = none. */
  chosen: Square | undefined
  /** The pointer is over a square, or has left the map. Not called for fingers, which have nowhere to hover. */
  onPoint: (square: Square | undefined) => void
  onPress: (square: Square, isFinger: boolean) => void
}

/** A map of days for the pointer: five shapes, not one for each day, so that thirty years stay fast. */
export function DayMap({ columns, rows, days, shaded, chosen, onPoint, onPress }: DayMapProps) {
  const isFinger = useRef(false)
  const toSquare = (event: { clientX: number; clientY: number; currentTarget: Element }) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    return {
      x: toPlace((event.clientX - left) / width, columns),
      y: toPlace((event.clientY - top) / height, rows),
    }
  }
  const point = (event: PointerEvent<SVGSVGElement>) => {
    isFinger.current = event.pointerType === 'touch'
    if (!isFinger.current) onPoint(toSquare(event))
  }
  return (
    <svg
      className={styles.map}
      viewBox={`0 0 ${columns * step} ${rows * step}`}
      aria-hidden="true"
      onPointerDown={point}
      onPointerMove={point}
      onPointerLeave={() => {
        if (!isFinger.current) onPoint(undefined)
      }}
      onClick={(event) => {
        onPress(toSquare(event), isFinger.current)
      }}
    >
      <Shapes days={days} shaded={shaded} />
      {chosen === undefined ? null : <path className={styles.cursor} d={toPath([chosen])} />}
    </svg>
  )
}

const Shapes = memo(function Shapes({ days, shaded }: Pick<DayMapProps, 'days' | 'shaded'>) {
  return (
    <>
      <path className={styles.none} d={toPath(days)} />
      {[1, 2, 3, 4].map((shade) => (
        <path
          key={shade}
          className={styles[`shade${shade}`]}
          d={toPath(shaded.filter((square) => square.shade === shade))}
        />
      ))}
    </>
  )
})

function toPath(squares: readonly Square[]): string {
  return squares
    .map(({ x, y }) => `M${x * step} ${y * step}h${squareSize}v${squareSize}h-${squareSize}z`)
    .join('')
}

/** The place of a share of the whole, 0 to `places` - 1. */
function toPlace(share: number, places: number): number {
  return Math.min(Math.max(Math.floor(share * places), 0), places - 1)
}
