#!/usr/bin/env node
import type { ConsoleIo } from '#builder/commands/console/console-io.ts'
import { main } from '#builder/commands/main.ts'

// React renders twice as fast in production mode, which it picks on its first import: by the pages, long after this
// line.
process.env['NODE_ENV'] ??= 'production'
// The SDK's eight-line warning about future versions of Node does not concern this program, which pins its SDK.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'

const io: ConsoleIo = {
  out: (line) => void process.stdout.write(`${line}\n`),
  lines: (text) => void process.stdout.write(`${text}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  live: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
  now: () => performance.now(),
  today: () => new Date().toISOString().slice(0, 10),
  // Only a serving command waits for this; a signal simply kills a build.
  untilStopped: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    }),
}

process.exitCode = await main(process.argv.slice(2), io)
