import type { PictureFault, PrivateKind } from '#contract/build-report.ts'
import type { PictureFile } from '#contract/picture-file.ts'
import type { OwnPicture } from '#builder/read/clean/rules/own-picture.ts'

/** A picture in the folders that was read and found intact. */
export interface FolderFile {
  file: PictureFile
  /** Absolute path. */
  path: string
  bytes: number
  /** Pixels. */
  width: number
  height: number
  /** What is left out of it when it is copied; absent = nothing. */
  removed?: readonly PrivateKind[] | undefined
}

/** A picture of a post that is copied from the folders. */
export interface FolderPicture extends FolderFile {
  /** Its address in the article. */
  url: string
}

/** What became of the pictures of one post that may lie in the folders. */
export interface SettledPictures {
  /** By place in `CachedPost.ownPictures`: the file, a fault, or nothing where it is had from its address. */
  answers: readonly (FolderFile | PictureFault | undefined)[]
  /** Identifies the answers. */
  key: string
  /** The pictures themselves, in the same order. */
  list: () => readonly OwnPicture[]
}
