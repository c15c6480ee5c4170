import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import * as v from 'valibot'
import { BuildError } from '../build-error.ts'
import { isCode } from '../disk/disk.ts'
import { isAtWork, nameOwnProcess } from './process-life.ts'

/** Name of the lock file of a folder; it holds who is at work there. */
export const lockName = '.broadsheet.lock'

const beatMs = 5_000
/** A lock without a heartbeat for so long is stale, even if a process has its holder's id. */
const silentMs = 60_000

/** How long a killed process may take to exit. */
const dyingMs = 500
/** How long a lock may take to be written, once its file is there. */
const writingMs = 500
const askAgainMs = 25

const holderShape = v.object({
  pid: v.number(),
  /** See `ProcessName`. */
  start: v.optional(v.string()),
  host: v.string(),
  token: v.string(),
})

/** Locks that this process holds. */
const held = new Set<string>()

/** A lock on a folder. */
interface FolderLock {
  /** Whether the previous holder never released it: its work may be half done. */
  wasAbandoned: boolean
  /** Releases the lock: the work is done, or never began. */
  release(): Promise<void>
  /** Stops holding the lock but leaves its file, so that the next holder knows the work may be half done. */
  abandon(): void
}

/**
 * Runs `work` while holding the locks of some folders; it learns whether a previous holder may have left one of them
 * half done.
 * @throws BuildError when another build is at work in one of them.
 */
export async function holdingLocks<Result>(
  folders: string[],
  work: (wasAbandoned: boolean) => Promise<Result>,
): Promise<Result> {
  const locks: FolderLock[] = []
  const releaseAll = async (): Promise<void> => {
    for (const lock of locks) await lock.release()
  }
  try {
    for (const folder of folders) locks.push(await lockFolder(folder))
    const result = await work(locks.some(({ wasAbandoned }) => wasAbandoned))
    await releaseAll()
    return result
  } catch (error) {
    // A BuildError means bad input, before anything was written; any other error may have interrupted a write.
    if (error instanceof BuildError) await releaseAll()
    else for (const lock of locks) lock.abandon()
    throw error
  }
}

/**
 * Acquires the lock of a folder; takes over a stale one.
 * @throws BuildError when another build is at work there.
 */
async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, lockName)
  const token = randomUUID()
  const text = JSON.stringify({ ...nameOwnProcess(), host: hostname(), token })
  for (let wasAbandoned = false; ; wasAbandoned = true) {
    if (await tryWrite(path, text)) return holdLock(path, token, wasAbandoned)
    const holder = await readWritten(path)
    if (!(await staysAlive(holder, path)) && (await takeAway(path, holder))) continue
    const name = holder === undefined ? '' : ` (process ${holder.pid} on ${holder.host})`
    throw new BuildError(
      `Another build${name} is running in "${folder}".`,
      'Wait for it to finish, or stop it.',
    )
  }
}

/** Removes a stale lock; `false` when another process took it over meanwhile. */
async function takeAway(path: string, holder: Holder | undefined): Promise<boolean> {
  const aside = `${path}.${randomUUID()}`
  try {
    // Renaming makes sure that the file checked is the file removed; a plain `rm` might hit the new lock of a faster
    // process.
    await rename(path, aside)
    const isTheOne = (await readHolder(aside))?.token === holder?.token
    if (isTheOne) await rm(aside, { force: true })
    else await rename(aside, path)
    return isTheOne
  } catch (error) {
    if (isCode(error, ['ENOENT'])) return true
    throw error
  }
}

async function tryWrite(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' })
    return true
  } catch (error) {
    if (isCode(error, ['EEXIST'])) return false
    throw error
  }
}

function holdLock(path: string, token: string, wasAbandoned: boolean): FolderLock {
  held.add(token)
  const beat = setInterval(() => {
    const now = new Date()
    // A missed heartbeat only makes the lock look older.
    utimes(path, now, now).catch(() => {})
  }, beatMs)
  beat.unref()
  const abandon = (): void => {
    clearInterval(beat)
    held.delete(token)
  }
  return {
    wasAbandoned,
    abandon,
    release: async () => {
      abandon()
      await rm(path, { force: true })
    },
  }
}

type Holder = v.InferOutput<typeof holderShape>

/** `undefined` when the file is gone or truncated. */
async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    const result = v.safeParse(holderShape, JSON.parse(await readFile(path, 'utf8')))
    return result.success ? result.output : undefined
  } catch (error) {
    if (error instanceof SyntaxError || isCode(error, ['ENOENT'])) return undefined
    throw error
  }
}

/** The holder that a lock names; one that is being written this moment is waited for, so that it can be named. */
async function readWritten(path: string): Promise<Holder | undefined> {
  for (let waitedMs = 0; ; waitedMs += askAgainMs) {
    const holder = await readHolder(path)
    if (holder !== undefined || waitedMs >= writingMs || !(await isYounger(path, beatMs))) {
      return holder
    }
    await setTimeout(askAgainMs)
  }
}

/** Whether the holder is running, and still is after a killed process would have exited. */
async function staysAlive(holder: Holder | undefined, path: string): Promise<boolean> {
  for (let waitedMs = 0; ; waitedMs += askAgainMs) {
    if (!(await isAlive(holder, path))) return false
    const isOther = holder !== undefined && isHere(holder) && !held.has(holder.token)
    if (!isOther || waitedMs >= dyingMs) return true
    await setTimeout(askAgainMs)
  }
}

function isHere({ host }: Holder): boolean {
  return host === hostname()
}

async function isAlive(holder: Holder | undefined, path: string): Promise<boolean> {
  if (holder === undefined) return isYounger(path, beatMs)
  if (held.has(holder.token)) return true
  // Our process id, but not a lock we hold: an earlier process with the same id left it.
  if (isHere(holder) && (holder.pid === process.pid || !isAtWork(holder))) return false
  return isYounger(path, silentMs)
}

async function isYounger(path: string, ageMs: number): Promise<boolean> {
  const status = await stat(path).catch(() => undefined)
  return status !== undefined && Date.now() - status.mtimeMs < ageMs
}
