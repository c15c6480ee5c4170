import { lifeboatVersion, type LifeboatDirectory } from '#contract/lifeboat-directory.ts'
import type { LifeboatProgram } from '#contract/lifeboat-program.ts'
import type { Words } from '#article/words.ts'
import { fileGroups, type FileGroup, type PackedFile } from '../copy/copy-files.ts'
import type { WholePost } from '../copy/archive-posts.ts'
import { toListRow } from './list-row.ts'
import {
  lifeboatEnd,
  listEnd,
  toLifeboatHead,
  toListStart,
  toProgramElements,
  toVolumeStart,
  volumeEnd,
} from './lifeboat-page.ts'
import { VolumeWriter, type ClosedVolume, type PackBytes } from './volume-writer.ts'

/** Text of the list that is kept in one piece. */
const listPiece = 1 << 16

/** What the page of a lifeboat says. */
export interface LifeboatFace {
  title: string
  /** BCP 47. */
  language: string
  words: Words
}

interface MakerOptions<Piece> {
  face: LifeboatFace
  program: LifeboatProgram
  pack: PackBytes
  /** Keeps bytes until the file is put together, and returns what stands for them. */
  keep: (bytes: Uint8Array<ArrayBuffer>) => Piece
}

/** Puts a lifeboat together. What it is given is kept piece by piece: the directory, which stands first, is known last. */
export class LifeboatMaker<Piece> {
  readonly #options: MakerOptions<Piece>
  readonly #groups: Readonly<Record<FileGroup, VolumeWriter<Piece>>>
  readonly #list: Piece[] = []
  #rows = ''
  #posts = 0

  constructor(options: MakerOptions<Piece>) {
    this.#options = options
    this.#groups = {
      first: new VolumeWriter('repeats', options),
      rest: new VolumeWriter('repeats', options),
      bodies: new VolumeWriter('repeats', options),
      pictures: new VolumeWriter('none', options),
    }
  }

  /** Adds a file of the archive. */
  readonly take = (group: FileGroup, file: PackedFile): Promise<void> =>
    this.#groups[group].add(file)

  /** Adds a post to the list of titles, unless it is an older version. */
  readonly list = (post: WholePost): void => {
    if (post.row.supersededBy !== undefined) return
    this.#posts++
    this.#rows += toListRow(post, this.#options.face.words)
    if (this.#rows.length >= listPiece) this.#keepRows()
  }

  /** The pieces of the whole file, in their order. */
  async finish(): Promise<(string | Piece)[]> {
    const { face, program } = this.#options
    for (const group of fileGroups) await this.#groups[group].close()
    this.#keepRows()
    const volumes = fileGroups.flatMap((group) => this.#groups[group].volumes)
    const first = this.#groups.first.volumes.length
    const elements = volumes.map(({ text }, at) => [toVolumeStart(at), text, volumeEnd])
    return [
      toLifeboatHead({ ...face, directory: toDirectory(volumes), program }),
      toListStart({ ...face, posts: this.#posts }),
      ...this.#list,
      listEnd,
      ...elements.slice(0, first).flat(),
      toProgramElements(program),
      ...elements.slice(first).flat(),
      lifeboatEnd,
    ]
  }

  #keepRows(): void {
    if (this.#rows === '') return
    this.#list.push(this.#options.keep(new TextEncoder().encode(this.#rows)))
    this.#rows = ''
  }
}

function toDirectory(volumes: readonly ClosedVolume<unknown>[]): LifeboatDirectory {
  const files: LifeboatDirectory['files'] = {}
  for (const [at, volume] of volumes.entries()) {
    for (const { path, start, length } of volume.files) files[path] = [at, start, length]
  }
  return {
    version: lifeboatVersion,
    posts: volumes.reduce((sum, { facts }) => sum + facts.bodies, 0),
    volumes: volumes.map(({ facts }) => facts),
    files,
  }
}
