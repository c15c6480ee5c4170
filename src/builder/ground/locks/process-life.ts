import { readFileSync } from 'node:fs'
import { isCode } from '../disk/disk.ts'

/** A process as others may name it later: numbers are given again, number and start together are not. */
export interface ProcessName {
  pid: number
  /** When it began, in ticks since the machine did; absent where the system does not tell. */
  start?: string | undefined
}

/** This process. */
export function nameOwnProcess(): ProcessName {
  const { pid } = process
  return { pid, start: readStatus(pid)?.start }
}

/** Whether a process of this machine is still at work. One that was killed may keep its number until its parent looks. */
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

/** What Linux says of a process; `undefined` elsewhere, and when it is gone. */
function readStatus(pid: number): { state: string; start: string } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The name in parentheses may itself hold spaces and parentheses.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', start: fields[19] ?? '' }
  } catch {
    return undefined
  }
}
