import { toReadableName } from '#builder/ground/disk/disk-name.ts'
import type { PostDefault } from '../config/post-defaults.ts'
import type { SiteFacts } from '../template/template-context.ts'
import { toPostName } from './post-name.ts'
import { splitLanguageName } from '../text/language-name.ts'

/** A file to be read as a post. Plain data, because it is sent to worker threads. */
export interface PostFile {
  /** Name of its collection. */
  collection: string
  /** Absolute path, see `decodeName`. */
  path: string
  /** `<collection>/<path below the root>`, NFC, with `/`: its name in reports. */
  file: string
  /** Name by which the post is known, NFC: the base name, or that of a page bundle, see `toPostName`. */
  fileName: string
  /** Time zone for dates without an offset, from the collection's `_config.yml`; absent if not set there. */
  timeZone?: string | undefined
  /** What is known of the collection's site; absent when it has no settings. */
  site?: SiteFacts | undefined
  /** BCP 47 language by its name or folder, else by the settings of its site; absent if none of them says one. */
  language?: string | undefined
  /** Front matter that the site's settings give its posts; absent if they give none. */
  defaults?: readonly PostDefault[] | undefined
  /** Set when drafts and other posts that their writers kept from readers are wanted too. */
  takesWithheld?: true | undefined
}

/** What a post is read with besides its file. */
type PostSettings = Pick<
  PostFile,
  'collection' | 'timeZone' | 'site' | 'language' | 'defaults' | 'takesWithheld'
>

/** A folder with files to be read as posts. */
export interface PostFolder extends PostSettings {
  /** Absolute path, with a trailing `/`. */
  path: string
  /** Prefix of `PostFile.file`, with a trailing `/`. */
  file: string
  /** Set when files may be named by languages: `tide.fr.md`. */
  hasLanguageNames?: true | undefined
}

/** A discovered file. Stores its name and a shared folder: a million full paths would take half a gigabyte. */
export class FoundFile implements PostFile {
  readonly folder: PostFolder
  /** As the file system spells it. */
  readonly name: string
  /** Base name, NFC, readable. */
  readonly baseName: string
  readonly fileName: string

  constructor(folder: PostFolder, name: string) {
    this.folder = folder
    this.name = name
    const composed = toReadableName(name).normalize('NFC')
    // Shares one string for nearly all names instead of keeping three.
    this.baseName = composed === name ? name : composed
    const { file, collection } = folder
    this.fileName = toPostName(file.slice(collection.length + 1, -1), this.baseName)
  }

  get collection(): string {
    return this.folder.collection
  }

  get path(): string {
    return this.folder.path + this.name
  }

  get file(): string {
    return this.folder.file + this.baseName
  }

  get timeZone(): string | undefined {
    return this.folder.timeZone
  }

  get site(): SiteFacts | undefined {
    return this.folder.site
  }

  /** Identifies what the post is read with besides its time zone; posts must be read again when it changes. */
  get settingsKey(): string | undefined {
    const { language } = this
    const { site, takesWithheld } = this.folder
    if (language === undefined && takesWithheld === undefined) return site?.key
    return JSON.stringify([site?.key, language, takesWithheld])
  }

  get language(): string | undefined {
    const { hasLanguageNames, language } = this.folder
    if (hasLanguageNames !== true) return language
    return splitLanguageName(this.fileName)?.language ?? language
  }

  get defaults(): readonly PostDefault[] | undefined {
    return this.folder.defaults
  }

  get takesWithheld(): true | undefined {
    return this.folder.takesWithheld
  }

  /** Copies the file to plain data. */
  toPostFile(): PostFile {
    const { collection, path, file, fileName, timeZone, site } = this
    const { language, defaults, takesWithheld } = this
    return {
      collection,
      path,
      file,
      fileName,
      timeZone,
      site,
      language,
      defaults,
      takesWithheld,
    }
  }
}

const nowhere: PostFolder = { collection: '', path: '', file: '' }

/** Placeholder for a file that was released: the names of a million files take a seventh of all memory. */
export const releasedFile = new FoundFile(nowhere, '')
