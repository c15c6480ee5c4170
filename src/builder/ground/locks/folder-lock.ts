import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import * as v from 'valibot'
import { BuildError } from '../build-error.ts'
import { isCode } from '../disk/disk.ts'
import { isAtWork, nameOwnProcess } from './process-life.ts'

/** Name of the file that says who is at work in a folder. */
export const lockName = '.broadsheet.lock'

const beatMs = 5_000
/** A holder that has not been heard of for so long is gone, whatever its number says. */
const silentMs = 60_000

/** A process that was killed may take so long to go. */
const dyingMs = 500
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

/** The right to write into a folder. */
interface FolderLock {
  /** Whether the one before went without giving the lock back: something may lie half done. */
  wasAbandoned: boolean
  /** Gives the lock back: the work is done, or was not begun. */
  release(): Promise<void>
  /** Stops holding it, but leaves its file as the sign that something may lie half done. */
  abandon(): void
}

/**
 * Works with folders that no other build works with meanwhile. `work` is told whether one of them was left half done.
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
    // A BuildError tells of input; whatever else happened, happened in the middle of writing.
    if (error instanceof BuildError) await releaseAll()
    else for (const lock of locks) lock.abandon()
    throw error
  }
}

/**
 * Takes the lock of a folder, also from a process that died with it.
 * @throws BuildError when another build is at work there.
 */
async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, lockName)
  const token = randomUUID()
  const text = JSON.stringify({ ...nameOwnProcess(), host: hostname(), token })
  for (let wasAbandoned = false; ; wasAbandoned = true) {
    if (await tryWrite(path, text)) return holdLock(path, token, wasAbandoned)
    const holder = await readHolder(path)
    if (!(await staysAlive(holder, path)) && (await takeAway(path, holder))) continue
    const name = holder === undefined ? '' : ` (process ${holder.pid} on ${holder.host})`
    throw new BuildError(
      `Another build${name} is running in "${folder}".`,
      'Wait for it to finish, or stop it.',
    )
  }
}

/** Removes the lock of a holder that is gone; `false` when another process took it over meanwhile. */
async function takeAway(path: string, holder: Holder | undefined): Promise<boolean> {
  const aside = `${path}.${randomUUID()}`
  try {
    // Renaming takes the very file away that is looked at next; removing might take the new lock of a quicker process.
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
    // Without a beat the lock only looks older.
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

/** `undefined` when the file is gone or does not say: it was cut off. */
async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    const result = v.safeParse(holderShape, JSON.parse(await readFile(path, 'utf8')))
    return result.success ? result.output : undefined
  } catch (error) {
    if (error instanceof SyntaxError || isCode(error, ['ENOENT'])) return undefined
    throw error
  }
}

/** Whether the holder is at work, and not only just being killed. */
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
  // This process, but a lock it does not hold: left over from one that had the same number.
  if (isHere(holder) && (holder.pid === process.pid || !isAtWork(holder))) return false
  return isYounger(path, silentMs)
}

async function isYounger(path: string, ageMs: number): Promise<boolean> {
  const status = await stat(path).catch(() => undefined)
  return status !== undefined && Date.now() - status.mtimeMs < ageMs
}
