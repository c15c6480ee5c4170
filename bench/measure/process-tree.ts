import { readdirSync, readFileSync } from 'node:fs'

/** What a process and all its descendants hold and have used. */
export interface TreeSample {
  /** Resident memory, summed; pages shared between processes count in each of them. */
  residentBytes: number
  /** Largest resident memory that the kernel has seen of any single one, between samples included. */
  largestPeakBytes: number
  /** Processor time of all, ended children included. */
  cpuMs: number
}

// Both are constants of Linux on every machine this runs on (`getconf PAGESIZE`, `getconf CLK_TCK`).
const pageBytes = 4096
const tickMs = 10

/** Looks at a process tree through `/proc`. Processes that end meanwhile count as nothing. */
export function sampleTree(rootId: number): TreeSample {
  const sample: TreeSample = { residentBytes: 0, largestPeakBytes: 0, cpuMs: 0 }
  for (const id of listTree(rootId)) {
    sample.residentBytes += Number(read(`${id}/statm`).split(' ')[1] ?? 0) * pageBytes
    const peak = Number(/^VmHWM:\s+(\d+) kB/m.exec(read(`${id}/status`))?.[1] ?? 0) * 1024
    sample.largestPeakBytes = Math.max(sample.largestPeakBytes, peak)
    // Fields after the command name, which may hold spaces: utime, stime, cutime, cstime are the 12th to 15th.
    const fields = read(`${id}/stat`)
      .replace(/^.*\) /, '')
      .split(' ')
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
    sample.cpuMs += ticks * tickMs
  }
  return sample
}

function listTree(id: number): number[] {
  const threads = list(`${id}/task`)
  const children = threads.flatMap((thread) =>
    read(`${id}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  )
  return [id, ...children.flatMap(listTree)]
}

function read(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8')
  } catch {
    return ''
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(`/proc/${path}`)
  } catch {
    return []
  }
}
