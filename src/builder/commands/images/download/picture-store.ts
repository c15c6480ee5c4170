import { open, readdir, rename, rm, writeFile, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { toPictureFile, type PictureFile } from '#contract/picture-file.ts'
import { sha256 } from '#builder/ground/sha256.ts'
import type { KeptName } from '#builder/archive/pictures/kept-name.ts'
import type { PictureFailure } from '#builder/archive/pictures/picture-failure.ts'
import type { KeptPicture } from '../format/picture-maker.ts'
import {
  isKept,
  ledgerName,
  toLedgerHead,
  toLedgerLine,
  type LedgerEntry,
} from '#builder/archive/pictures/ledger.ts'
import {
  newLedgerEnd,
  openPictureFolder,
  type PictureFolder,
} from '#builder/archive/pictures/picture-folder.ts'

const temporaryPrefix = '.new-'

/**
 * A folder that pictures are written to. A picture is renamed into place before the ledger names it, so the process
 * may be killed at any moment: at worst a picture is downloaded again.
 */
export class PictureStore {
  readonly folder: PictureFolder
  readonly #ledger: FileHandle
  readonly #entries: Map<string, LedgerEntry>
  readonly #files = new Map<KeptName, number>()
  /** Files written by this run; each promise resolves once its file is in place. */
  readonly #standing = new Map<PictureFile, Promise<void>>()
  #written = Promise.resolve()

  private constructor(
    folder: PictureFolder,
    ledger: FileHandle,
    entries: Map<string, LedgerEntry>,
  ) {
    this.folder = folder
    this.#ledger = ledger
    this.#entries = entries
    for (const entry of entries.values()) {
      if (isKept(entry)) this.#files.set(entry.file, entry.bytes)
    }
  }

  /**
   * Opens a folder, creates it if missing, and removes what a killed run left.
   * @throws BuildError when the folder contains anything else.
   */
  static async open(folder: PictureFolder): Promise<PictureStore> {
    const { entries, isTidy } = await openPictureFolder(folder)
    const path = join(folder.path, ledgerName)
    if (!isTidy) await replaceLedger(path, entries)
    for (const name of await readdir(folder.path)) {
      if (name.startsWith(temporaryPrefix)) await rm(join(folder.path, name), { force: true })
    }
    return new PictureStore(folder, await open(path, 'a'), entries)
  }

  /** Outcome per address so far. */
  get entries(): ReadonlyMap<string, LedgerEntry> {
    return this.#entries
  }

  /** Size of all pictures in bytes, each file counted once. */
  get bytes(): number {
    return [...this.#files.values()].reduce((sum, bytes) => sum + bytes, 0)
  }

  /** Stores the picture of an address; returns the number of bytes added to the folder. */
  async keep(address: string, picture: KeptPicture, nowMs: number): Promise<number> {
    const { bytes, type, width, height } = picture
    const file = toPictureFile(sha256(bytes), type)
    const grown = this.#files.has(file) ? 0 : bytes.length
    this.#files.set(file, bytes.length)
    await this.#writePicture(file, bytes)
    const fetchedAt = new Date(nowMs).toISOString()
    await this.#note({ address, file, width, height, bytes: bytes.length, fetchedAt })
    return grown
  }

  /** Records that the picture of an address could not be obtained. */
  async fail(address: string, { reason, detail }: PictureFailure, nowMs: number): Promise<void> {
    const before = this.#entries.get(address)
    await this.#note({
      address,
      failed: reason,
      ...(detail === undefined ? {} : { detail: detail.slice(0, 200) }),
      failedAt: new Date(nowMs).toISOString(),
      runs: 1 + (before !== undefined && !isKept(before) ? before.runs : 0),
    })
  }

  async close(): Promise<void> {
    await this.#written
    await this.#ledger.close()
  }

  /** Overwrites an existing file, which may be damaged. */
  #writePicture(file: PictureFile, bytes: Buffer): Promise<void> {
    const standing = this.#standing.get(file)
    if (standing !== undefined) return standing
    const name = `${temporaryPrefix}${process.pid}-${this.#standing.size}`
    const temporary = join(this.folder.path, name)
    const written = writeFile(temporary, bytes).then(() =>
      rename(temporary, join(this.folder.path, file)),
    )
    this.#standing.set(file, written)
    return written
  }

  /** Appends to the ledger. Writes are serialized, so lines never interleave. */
  #note(entry: LedgerEntry): Promise<void> {
    this.#written = this.#written.then(async () => {
      await this.#ledger.appendFile(toLedgerLine(entry))
      this.#entries.set(entry.address, entry)
    })
    return this.#written
  }
}

async function replaceLedger(
  path: string,
  entries: ReadonlyMap<string, LedgerEntry>,
): Promise<void> {
  const temporary = path + newLedgerEnd
  const lines = [...entries.values()].map(toLedgerLine)
  await writeFile(temporary, [toLedgerHead(), ...lines].join(''))
  await rename(temporary, path)
}
