import { cardHeight, cardWidth } from '#builder/site/page/card-file.ts'
import type { IndexedPicture } from './png.ts'

// The colours of the reader's light theme: paper, strong rule, accent.
const palette = ['#fcfaf5', '#736b60', '#8a1c12'] as const
const tones = { rule: 1, accent: 2 } as const

/** Room around the drawing. */
const margin = 84
/** Where the bars stand, and how high the highest may be. */
const ground = 500
const highest = 330
const widestBar = 44
const narrowestStep = 9

/**
 * Draws the archive as its own calendar: a bar a month, between the rules of a newspaper's head and foot. Without a word, for no font is
 * the same everywhere; title and address stand beside a preview anyway.
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

/** Months side by side until they are too narrow; then several share a bar. */
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
    // The root lets a quiet month be seen beside the loudest.
    const height = Math.round(highest * Math.sqrt(count / most))
    return { x, y: ground - height, width, height }
  })
}
