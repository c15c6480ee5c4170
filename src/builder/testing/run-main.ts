// For tests: runs a command line in the process of the test.
import type { ConsoleIo } from '#builder/commands/console/console-io.ts'
import { main } from '#builder/commands/main.ts'

/** The day on which all commands of tests run. */
export const testDay = '2024-02-29'

/** Runs a command. A serving command stops when `whileServing`, which receives its output lines, resolves. */
export async function runMain(
  argv: string[],
  whileServing: (out: string[], err: string[]) => Promise<void> = () => Promise.resolve(),
): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = []
  const err: string[] = []
  const io: ConsoleIo = {
    out: (line) => void out.push(line),
    lines: (text) => void out.push(text),
    err: (line) => void err.push(line),
    live: () => {},
    isTerminal: false,
    now: () => 0,
    today: () => testDay,
    untilStopped: () => whileServing(out, err),
  }
  const code = await main(argv, io)
  return { code, out: out.join('\n'), err: err.join('\n') }
}
