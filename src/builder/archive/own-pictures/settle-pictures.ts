import { createHash } from 'node:crypto'
import type { PictureFault } from '#contract/build-report.ts'
import type { Discovery } from '#builder/read/discover/discover-posts.ts'
import { isOnlyOwn, type OwnPicture } from '#builder/read/clean/rules/own-picture.ts'
import type { CachedPost } from '../post/cached-post.ts'
import type { FolderFile, SettledPictures } from '../post/settled-pictures.ts'
import type { CheckedMemory } from '../pictures/checked-memory.ts'
import { PictureIndex } from './picture-index.ts'
import { readFolderFile, type FolderFacts } from './read-folder-file.ts'

type Answer = SettledPictures['answers'][number]

/**
 * Looks for the pictures of posts in the folders of their collections, and notes with each post what became of them.
 * Each file is read once.
 */
export async function settlePictures(
  posts: readonly CachedPost[],
  { pictures }: Pick<Discovery, 'pictures'>,
  memory: CheckedMemory<FolderFacts>,
): Promise<void> {
  const finder = new PictureFinder(pictures, memory)
  for (const post of posts) {
    const { ownPictures } = post
    if (ownPictures === undefined) continue
    const answers: Answer[] = []
    for (const picture of ownPictures) {
      const isNeeded = picture.isWritten !== true || !holdsLead(ownPictures, answers)
      answers.push(isNeeded ? await finder.find(post, picture) : undefined)
    }
    if (answers.every((answer) => answer === undefined)) continue
    post.settled = { answers, key: toKey(answers), list: () => post.ownPictures ?? [] }
  }
}

/** Whether the row has a picture of the article, so that it needs none of the front matter. */
function holdsLead(own: readonly OwnPicture[], answers: readonly Answer[]): boolean {
  return answers.some((answer, at) => typeof answer === 'object' && own[at]?.isLead === true)
}

class PictureFinder {
  readonly #folders: ReadonlyMap<string, Discovery['pictures'][number]>
  readonly #memory: CheckedMemory<FolderFacts>
  readonly #indexes = new Map<string, PictureIndex>()
  /** By absolute path. */
  readonly #read = new Map<string, FolderFile | PictureFault>()

  constructor(folders: Discovery['pictures'], memory: CheckedMemory<FolderFacts>) {
    this.#folders = new Map(folders.map((folder) => [folder.collection, folder]))
    this.#memory = memory
  }

  async find({ collection, file }: CachedPost, picture: OwnPicture): Promise<Answer> {
    const path = this.#indexOf(collection)?.find(file, picture) ?? { fault: 'missing' }
    const answer = typeof path === 'string' ? await this.#readOnce(path) : path.fault
    // Where its address may have it, a picture that is not in the folders is loaded from there.
    return typeof answer === 'string' && !isOnlyOwn(picture) ? undefined : answer
  }

  #indexOf(collection: string): PictureIndex | undefined {
    const folder = this.#folders.get(collection)
    if (folder === undefined) return undefined
    const index = this.#indexes.get(collection) ?? new PictureIndex(folder)
    this.#indexes.set(collection, index)
    return index
  }

  async #readOnce(path: string): Promise<FolderFile | PictureFault> {
    const known = this.#read.get(path)
    if (known !== undefined) return known
    const found = await this.#memory.recall(path, () => readFolderFile(path))
    const read = 'fault' in found ? found.fault : toFolderFile(path, found)
    this.#read.set(path, read)
    return read
  }
}

function toFolderFile(path: string, facts: FolderFacts): FolderFile {
  const { file, bytes, width, height, removed } = facts
  return { file, path, bytes, width, height, ...(removed === undefined ? {} : { removed }) }
}

function toKey(answers: readonly Answer[]): string {
  const hash = createHash('sha256')
  for (const answer of answers) {
    const text =
      typeof answer === 'object' ? `${answer.file} ${answer.width} ${answer.height}` : answer
    hash.update(`${text ?? ''}\n`)
  }
  return hash.digest('base64url').slice(0, 22)
}
