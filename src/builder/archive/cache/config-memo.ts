import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { ParseConfig, ReadSiteConfig } from '#builder/read/config/site-config.ts'
import { readCheckedLines, writeCheckedLines } from '#builder/ground/disk/checked-file.ts'

const memoName = 'configs.broadsheet'

/** What files of settings said when they were last parsed: a parser of YAML takes longer to load than some thousand posts to list. */
export class ConfigMemo {
  readonly #path: string
  readonly #program: string
  readonly #parseAnew: ParseConfig
  readonly #known: ReadonlyMap<string, ReadSiteConfig>
  /** Those asked for in this build. */
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

  /** Opens the memory in the folder of a cache, which may be missing; `parseAnew` parses what is not in it. */
  static async open(
    folder: string,
    { program, parseAnew }: { program: string; parseAnew: ParseConfig },
  ): Promise<ConfigMemo> {
    const path = join(folder, memoName)
    // Nothing is known, whatever the reason: a folder that cannot be used is refused where it is opened to be written.
    const [head, ...lines] = (await readCheckedLines(path).catch(() => undefined)) ?? []
    const isOurs = head !== undefined && JSON.parse(head.toString()) === program
    // Written by this very program, as its hash and the checksums say: JSON that needs no parser.
    const entries = isOurs
      ? lines.map((line) => JSON.parse(line.toString()) as [string, ReadSiteConfig])
      : []
    return new ConfigMemo({ path, program, parseAnew }, new Map(entries))
  }

  /** What the bytes of a file say, see `ParseConfig`. */
  async parse(bytes: Uint8Array, file: string): Promise<ReadSiteConfig> {
    const key = createHash('sha256').update(`${file}\n`).update(bytes).digest('base64url')
    const config = this.#known.get(key) ?? (await this.#parseAnew(bytes, file))
    this.#used.set(key, config)
    return config
  }

  /** Remembers what was asked for, when any of it is new. */
  async save(): Promise<void> {
    const isNew = [...this.#used.keys()].some((key) => !this.#known.has(key))
    if (isNew) await writeCheckedLines(this.#path, [this.#program, ...this.#used])
  }
}
