import type { ArticleBody } from '#contract/body-pack.ts'
import { cutSource, type SourcePlace } from '#contract/source-pack.ts'
import { toHexSum } from '#builder/site/sums/file-hash.ts'
import type { BuiltSite } from '#builder/site/verify/built-site.ts'

type SourceOfBody = Pick<ArticleBody, 'id' | 'source' | 'keptSource'>

/**
 * Verifies that the site holds the source files that bodies name, and that each is the file whose hash its body tells.
 * Bodies come in the order of their ordinals, so that the pack of the one before is mostly that of the next.
 */
export class SourceVerifier {
  readonly #site: BuiltSite
  #pack: { hash: SourcePlace['pack']; bytes: Uint8Array | undefined } | undefined

  constructor(site: BuiltSite) {
    this.#site = site
  }

  /** Returns one sentence when the source file of a body is not what it should be. */
  async verify({ id, source, keptSource }: SourceOfBody): Promise<string[]> {
    if (keptSource === undefined) return []
    if (source === undefined) return [`body of ${id}: names a source file without its hash`]
    const pack = await this.#readPack(keptSource.pack)
    if (pack === undefined) return []
    const bytes = cutSource(pack, keptSource)
    if (bytes !== undefined && toHexSum(bytes) === source.sha256) return []
    return [`body of ${id}: its source file is not the one of its hash`]
  }

  async #readPack(hash: SourcePlace['pack']): Promise<Uint8Array | undefined> {
    if (this.#pack?.hash !== hash) {
      this.#pack = { hash, bytes: await this.#site.readData('sources', hash) }
    }
    return this.#pack.bytes
  }
}
