import type { Progress } from '#builder/ground/progress.ts'
import type { ConsoleIo } from './console-io.ts'

const redrawMs = 100
const plainLineMs = 5_000

/** Shows progress: one live line on a terminal, an occasional plain line elsewhere. */
export function makeConsoleProgress(io: ConsoleIo): Progress {
  let phase = ''
  let total: number | undefined
  let done = 0
  let startedMs = 0
  let shownMs = 0
  const line = (): string => toProgressLine({ phase, done, total, elapsedMs: io.now() - startedMs })
  return {
    start(name, steps) {
      phase = name
      total = steps
      done = 0
      startedMs = io.now()
      shownMs = startedMs
      if (!io.isTerminal) io.err(`${name}${steps === undefined ? '' : ` (${steps})`} …`)
    },
    step(count = 1) {
      done += count
      const now = io.now()
      if (now - shownMs < (io.isTerminal ? redrawMs : plainLineMs)) return
      shownMs = now
      if (io.isTerminal) io.live(`\r\u001B[K${line()}`)
      else io.err(line())
    },
    end() {
      if (io.isTerminal) io.live(`\r\u001B[K${line()}\n`)
      else io.err(line())
    },
  }
}

interface ProgressState {
  phase: string
  done: number
  total: number | undefined
  elapsedMs: number
}

/** Formats counts, rate and time left, as far as they are known. */
export function toProgressLine({ phase, done, total, elapsedMs }: ProgressState): string {
  const seconds = elapsedMs / 1_000
  const counts = total === undefined ? `${done}` : `${done} of ${total}`
  if (seconds < 0.1 || done === 0) return `${phase}: ${counts}`
  const rate = done / seconds
  const isOver = total === undefined || done >= total
  const time = isOver ? `${seconds.toFixed(1)} s` : `${Math.ceil((total - done) / rate)} s left`
  return `${phase}: ${counts}, ${Math.round(rate)}/s, ${time}`
}
