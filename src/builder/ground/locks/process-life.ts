import { readFileSync } from 'node:fs'
import { isCode } from '../disk/disk.ts'

/** Identity of a process: ids are reused, id and start time together are not. */
export interface ProcessName {
  pid: number
  /** Start time in clock ticks since boot; absent where the system does not tell. */
  start?: string | undefined
}

/** This process. */
export function nameOwnProcess(): ProcessName {
  const { pid } = process
  return { pid, start: readStatus(pid)?.start }
}

/** Whether a process of this machine is running. A zombie, killed but not reaped by its parent, is not. */
export function isAtWork({ pid, start }: ProcessName): boolean {
  if (!hasNumber(pid)) return false
  const status = readStatus(pid)
  if (status === undefined) return true
  const isAnother = start !== undefined && start !== status.start
  return !isAnother && !['Z', 'X', 'x'].includes(status.state)
}

function hasNumber(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return !isCode(error, ['ESRCH'])
  }
}

/** Reads `/proc`; `undefined` on other systems than Linux, and when the process is gone. */
function readStatus(pid: number): { state: string; start: string } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The name in parentheses may contain spaces and parentheses.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', start: fields[19] ?? '' }
  } catch {
    return undefined
  }
}
