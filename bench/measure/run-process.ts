import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sampleTree } from './process-tree.ts'

/** What one run of a program took, from its start to its end. */
export interface ProcessCost {
  wallMs: number
  /** Processor time of the whole process tree; up to one sample (25 ms) of the end is missing. */
  cpuMs: number
  /** Peak resident memory of the whole process tree. */
  peakBytes: number
}

/** A program and how it is called. */
export interface Program {
  command: string
  args: readonly string[]
  cwd?: string | undefined
  env?: Readonly<Record<string, string>> | undefined
}

const sampleMs = 25

/**
 * Runs a program to its end, its output thrown away.
 * @throws Error with the last lines it wrote when it ends with another code than 0.
 */
export async function runProcess({ command, args, cwd, env }: Program): Promise<ProcessCost> {
  const started = performance.now()
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let tail = ''
  const keepTail = (text: string) => {
    tail = (tail + text).slice(-2_000)
  }
  child.stdout.setEncoding('utf8').on('data', keepTail)
  child.stderr.setEncoding('utf8').on('data', keepTail)
  const cost: ProcessCost = { wallMs: 0, cpuMs: 0, peakBytes: 0 }
  const timer = setInterval(() => {
    const { residentBytes, largestPeakBytes, cpuMs } = sampleTree(child.pid ?? 0)
    cost.peakBytes = Math.max(cost.peakBytes, residentBytes, largestPeakBytes)
    cost.cpuMs = Math.max(cost.cpuMs, cpuMs)
  }, sampleMs)
  try {
    const [code] = await once(child, 'exit')
    cost.wallMs = performance.now() - started
    if (code !== 0) throw new Error(`${command} ended with ${String(code)}: ${tail}`)
    return cost
  } finally {
    clearInterval(timer)
  }
}
