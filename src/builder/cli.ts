#!/usr/bin/env node
import type { ConsoleIo } from '#builder/commands/console/console-io.ts'
import { main } from '#builder/commands/main.ts'

// React renders twice as fast in production, and chooses when it is first imported: by the pages, long after this.
process.env['NODE_ENV'] ??= 'production'
// Its eight lines about future versions of Node say nothing about what this program does, which pins its SDK.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'

const io: ConsoleIo = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  live: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
  now: () => performance.now(),
  // Only a serving command waits; a build is ended by the signal itself.
  untilStopped: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    }),
}

process.exitCode = await main(process.argv.slice(2), io)
