import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'

/** What one run of a program took, from its start to its end. */
export interface ProcessCost {
  wallMs: number
  /** Processor time of the whole process tree; up to one sample (25 ms) of the end is missing. */
  cpuMs: number
  /** Peak resident memory of the whole process tree; shared pages count in each process. */
  peakBytes: number
}

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
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      tail = (tail + text).slice(-2_000)
    })
  }
  const cost: ProcessCost = { wallMs: 0, cpuMs: 0, peakBytes: 0 }
  const timer = setInterval(() => {
    const { peakBytes, cpuMs } = sampleTree(child.pid ?? 0)
    cost.peakBytes = Math.max(cost.peakBytes, peakBytes)
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

// The same on every Linux this runs on (`getconf CLK_TCK`).
const tickMs = 10

/** Looks at a process tree through `/proc`. A process that has ended counts as nothing. */
function sampleTree(rootId: number): Omit<ProcessCost, 'wallMs'> {
  let [residentBytes, largestBytes, cpuMs] = [0, 0, 0]
  for (const id of listTree(rootId)) {
    const status = read(`${id}/status`)
    const bytesOf = (field: string) =>
      Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024
    residentBytes += bytesOf('VmRSS')
    // The kernel's own peak sees what happens between two samples.
    largestBytes = Math.max(largestBytes, bytesOf('VmHWM'))
    // After the command name, which may hold spaces, utime to cstime are the 12th to 15th field.
    const fields = read(`${id}/stat`)
      .replace(/^.*\) /, '')
      .split(' ')
      .slice(11, 15)
    cpuMs += fields.reduce((sum, field) => sum + Number(field), 0) * tickMs
  }
  return { peakBytes: Math.max(residentBytes, largestBytes), cpuMs }
}

function listTree(id: number): number[] {
  const children = listThreads(id).flatMap((thread) =>
    read(`${id}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  )
  return [id, ...children.flatMap(listTree)]
}

function listThreads(id: number): string[] {
  try {
    return readdirSync(`/proc/${id}/task`)
  } catch {
    return []
  }
}

function read(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8')
  } catch {
    return ''
  }
}
