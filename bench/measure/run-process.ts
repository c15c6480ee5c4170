import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** What one run of a program took, from its start to its end. */
export interface ProcessCost {
  wallMs: number
  /** Processor time of the whole process tree. */
  cpuMs: number
  /** The kernel's peak of resident memory of the largest process. */
  peakBytes: number
}

export interface Program {
  command: string
  args: readonly string[]
  cwd?: string
  env?: Readonly<Record<string, string>>
}

/** Runs a program to its end. @throws Error with what it wrote when it ends with another code than 0. */
export async function runProcess({ command, args, cwd, env }: Program) {
  const started = performance.now()
  const { stdout, stderr } = await promisify(execFile)(
    '/usr/bin/time',
    ['--format=%U %S %M', command, ...args],
    { cwd, env: { ...process.env, ...env }, maxBuffer: Infinity },
  )
  const wallMs = performance.now() - started
  // GNU time writes its line after everything of the program.
  const [user = 0, system = 0, kilobytes = 0] =
    stderr.trimEnd().split('\n').at(-1)?.split(' ').map(Number) ?? []
  return { stdout, wallMs, cpuMs: (user + system) * 1000, peakBytes: kilobytes * 1024 }
}
