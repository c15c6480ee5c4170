import { toTerminalLine, toTerminalLines } from '#builder/ground/text/terminal-text.ts'
import type { ConsoleIo } from './console-io.ts'

/** A console that escapes what a terminal would act on: names, titles and answers of hosts come from others. */
export function toSafeIo(io: ConsoleIo): ConsoleIo {
  return {
    ...io,
    out: (line) => io.out(toTerminalLine(line)),
    err: (line) => io.err(toTerminalLine(line)),
    lines: (text) => io.lines(toTerminalLines(text)),
  }
}
