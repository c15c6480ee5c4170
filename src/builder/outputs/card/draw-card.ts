import { cardHeight, cardWidth } from '#builder/site/page/card-file.ts'
import type { IndexedPicture } from './png.ts'

// The colours of the reader's light theme: paper, strong rule, accent.
const palette = ['#fcfaf5', '#736b60', '#8a1c12'] as const
const tones = { rule: 1, accent: 2 } as const

/** Margin around the drawing, in pixels like all that follows. */
const margin = 84
/** Baseline of the bars, and height of the highest. */
const ground = 500
const highest = 330
const widestBar = 44
const narrowestStep = 9

/**
 * Draws the archive as a chart of its calendar: a bar a month, between the head and foot rules of a newspaper. It has
 * no words, because no font is the same everywhere, and previews show title and address anyway.
 */
export function drawCard(months: readonly number[]): IndexedPicture {
  const pixels = new Uint8Array(cardWidth * cardHeight)
  const fill = ({ x, y, width, height }: Box, tone: number) => {
    for (let row = y; row < y + height; row++) {
      pixels.fill(tone, row * cardWidth + x, row * cardWidth + x + width)
    }
  }
  const width = cardWidth - 2 * margin
  fill({ x: margin, y: margin, width, height: 10 }, tones.accent)
  fill({ x: margin, y: margin + 16, width, height: 2 }, tones.rule)
  fill({ x: margin, y: ground, width, height: 2 }, tones.rule)
  fill({ x: margin, y: cardHeight - margin, width, height: 2 }, tones.rule)
  for (const bar of listBars(toColumns(months, width))) fill(bar, tones.accent)
  return { width: cardWidth, height: cardHeight, palette, pixels }
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** One column a month; where they would be too narrow, several months share one. */
function toColumns(months: readonly number[], width: number): number[] {
  const together = Math.max(1, Math.ceil((months.length * narrowestStep) / width))
  const columns: number[] = []
  for (let at = 0; at < months.length; at += together) {
    columns.push(months.slice(at, at + together).reduce((sum, count) => sum + count, 0))
  }
  return columns
}

function listBars(columns: readonly number[]): Box[] {
  const most = columns.reduce((high, count) => Math.max(high, count), 1)
  const room = cardWidth - 2 * margin
  const step = Math.min(widestBar, room / columns.length)
  const start = margin + (room - step * columns.length) / 2
  return columns.map((count, at) => {
    const x = Math.round(start + at * step)
    const next = Math.round(start + (at + 1) * step)
    const width = next - x - Math.round(step / 4)
    // The square root keeps a quiet month visible beside the busiest one.
    const height = Math.round(highest * Math.sqrt(count / most))
    return { x, y: ground - height, width, height }
  })
}
