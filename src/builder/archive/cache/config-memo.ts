import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { ParseConfig, ReadSiteConfig } from '#builder/read/config/site-config.ts'
import { readCheckedLines, writeCheckedLines } from '#builder/ground/disk/checked-file.ts'

const memoName = 'configs.broadsheet'

/** Memo of parsed settings files: the YAML parser takes longer to load than a few thousand posts take to list. */
export class ConfigMemo {
  readonly #path: string
  readonly #program: string
  readonly #parseAnew: ParseConfig
  readonly #known: ReadonlyMap<string, ReadSiteConfig>
  /** Entries that this build asked for. */
  readonly #used = new Map<string, ReadSiteConfig>()

  private constructor(
    home: { path: string; program: string; parseAnew: ParseConfig },
    known: ReadonlyMap<string, ReadSiteConfig>,
  ) {
    this.#path = home.path
    this.#program = home.program
    this.#parseAnew = home.parseAnew
    this.#known = known
  }

  /** Opens the memo in a cache folder, which may be missing; `parseAnew` parses what is not in it. */
  static async open(
    folder: string,
    { program, parseAnew }: { program: string; parseAnew: ParseConfig },
  ): Promise<ConfigMemo> {
    const path = join(folder, memoName)
    // Any read error means an empty memo: a folder that cannot be used is refused where it is opened for writing.
    const [head, ...lines] = (await readCheckedLines(path).catch(() => undefined)) ?? []
    const isOurs = head !== undefined && JSON.parse(head.toString()) === program
    // Needs no parser: the hash and the checksums prove that this version of the program wrote it.
    const entries = isOurs
      ? lines.map((line) => JSON.parse(line.toString()) as [string, ReadSiteConfig])
      : []
    return new ConfigMemo({ path, program, parseAnew }, new Map(entries))
  }

  /** Returns the settings in a file's bytes, see `ParseConfig`. */
  async parse(bytes: Uint8Array, file: string): Promise<ReadSiteConfig> {
    const key = createHash('sha256').update(`${file}\n`).update(bytes).digest('base64url')
    const config = this.#known.get(key) ?? (await this.#parseAnew(bytes, file))
    this.#used.set(key, config)
    return config
  }

  /** Writes the entries that this build asked for, if any of them is new. */
  async save(): Promise<void> {
    const isNew = [...this.#used.keys()].some((key) => !this.#known.has(key))
    if (isNew) await writeCheckedLines(this.#path, [this.#program, ...this.#used])
  }
}
