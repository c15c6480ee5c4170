import type { Command } from 'commander'
import type { ConsoleIo } from './console-io.ts'

/** Adds one command to the program: its name, help, arguments and options, and what runs it. */
export type AddCommand = (program: Command, run: RunCommand) => void

/** Runs a command and takes its exit code. */
export type RunCommand = (start: (io: ConsoleIo) => Promise<number>) => Promise<void>
