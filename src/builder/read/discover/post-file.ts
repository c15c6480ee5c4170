/** A file that is to be read as a post. Plain data: it travels to worker threads. */
export interface PostFile {
  /** Name of its collection. */
  collection: string
  /** Absolute path. */
  path: string
  /** `<collection>/<path below the root>`, NFC, with `/`: how reports call it. */
  file: string
  /** Base name, NFC. */
  fileName: string
  /** Zone of dates without an offset, from the collection's `_config.yml`; absent when that tells none. */
  timeZone?: string | undefined
}

/** A folder with files that are to be read as posts. */
export interface PostFolder extends Pick<PostFile, 'collection' | 'timeZone'> {
  /** Absolute path, with a `/` at its end. */
  path: string
  /** Beginning of `PostFile.file`, with a `/` at its end. */
  file: string
}

/** A file as it was found: its name and its folder, because a million whole paths would take half a gigabyte. */
export class FoundFile implements PostFile {
  readonly folder: PostFolder
  /** As the file system spells it. */
  readonly name: string
  readonly fileName: string

  constructor(folder: PostFolder, name: string) {
    this.folder = folder
    this.name = name
    const composed = name.normalize('NFC')
    // One text in memory, not two, for nearly all names.
    this.fileName = composed === name ? name : composed
  }

  get collection(): string {
    return this.folder.collection
  }

  get path(): string {
    return this.folder.path + this.name
  }

  get file(): string {
    return this.folder.file + this.fileName
  }

  get timeZone(): string | undefined {
    return this.folder.timeZone
  }

  /** The same as plain data. */
  toPostFile(): PostFile {
    const { collection, path, file, fileName, timeZone } = this
    return { collection, path, file, fileName, timeZone }
  }
}

const nowhere: PostFolder = { collection: '', path: '', file: '' }

/** Stands where a file stood that was let go: names of a million files take a seventh of all memory. */
export const releasedFile = new FoundFile(nowhere, '')
