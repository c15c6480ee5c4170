import { manifestPath } from '#contract/file-names.ts'
import { isImmutable } from '#builder/site/write/generations.ts'
import { TaskLimit } from '#builder/ground/threads/task-limit.ts'
import { toObjectForm, type ObjectForm } from './object-form.ts'
import type { ObjectStore, PutChoice } from './object-store.ts'
import type { StoredSite } from './publish-plan.ts'
import type { PublishRecord } from './publish-record.ts'
import type { PublishedFolder } from './published-folder.ts'
import type { RecordKeeper } from './record-keeper.ts'

/** Files that are read, compressed and sent concurrently. The largest are pictures of five megabytes. */
const uploadsAtOnce = 32

/** Uploads between two checks whether another run has taken over. */
const uploadsPerLook = 500

/** Dependencies of an uploader. */
export interface UploadTools {
  site: PublishedFolder
  store: ObjectStore
  /** The record of this run; updated by every upload. */
  record: PublishRecord
  /** The store's content before this run. */
  stored: StoredSite
  keeper: RecordKeeper
  /** Whether only to count what would be sent. */
  isDry: boolean
}

/** Uploads the files of a site that a store does not have yet. */
export class Uploader {
  readonly #tools: UploadTools
  /** Whether the recorded objects were uploaded in the current form. */
  readonly #trustsForm: boolean
  /** Number of objects sent, and their size. */
  sent = 0
  sentBytes = 0

  constructor(tools: UploadTools) {
    this.#tools = tools
    this.#trustsForm = tools.stored.record?.isOfThisForm === true
  }

  /** The files that must be read: all except immutable ones whose object is unchanged since its upload. */
  toOpen(files: string[]): string[] {
    return files.filter((path) => !isImmutable(path) || !this.#isAsPut(path))
  }

  /** Uploads files; resolves when the store has all of them. */
  async upload(files: string[], onFile: () => void): Promise<void> {
    const limit = new TaskLimit(uploadsAtOnce)
    for (const path of files) {
      await limit.run(async () => {
        await this.#bring(path)
        onFile()
      })
    }
    await limit.settle()
  }

  /** Uploads the manifest, which shows the site to readers. @throws BuildError when another run did so meanwhile. */
  async uploadManifest(): Promise<void> {
    await this.#bring(manifestPath, { replaces: this.#tools.stored.manifest?.etag ?? 'none' })
  }

  async #bring(path: string, choice?: PutChoice): Promise<void> {
    const { site, record } = this.#tools
    const { bytes, source } = await site.read(path)
    const known = record.objects.get(path)
    if (this.#isAsPut(path) && known?.source === source) return
    const form = await toObjectForm(path, bytes)
    const isThere = await this.#isThere(path, form)
    const etag = isThere ? form.md5 : await this.#send(path, form, choice)
    if (known !== undefined) record.objects.set(path, { ...known, source, etag })
  }

  /** Whether the object is unchanged since its recorded upload. */
  #isAsPut(path: string): boolean {
    const { stored, record } = this.#tools
    const etag = stored.listed.get(path)?.etag
    return this.#trustsForm && etag !== undefined && etag === record.objects.get(path)?.etag
  }

  /** Whether the object is up to date although the record does not say so: a run was killed, or the record was lost. */
  async #isThere(path: string, form: ObjectForm): Promise<boolean> {
    const { store, stored, keeper } = this.#tools
    const object = stored.listed.get(path)
    if (object?.etag !== form.md5 || object.bytes !== form.body.length) return false
    // A run of this program was about to upload these very bytes, so the headers are ours too.
    if (this.#trustsForm && keeper.wasMeant(path)) return true
    const headers = (await store.look(path))?.headers
    return (
      headers?.contentType === form.contentType &&
      headers.cacheControl === form.cacheControl &&
      headers.contentEncoding === form.contentEncoding
    )
  }

  async #send(path: string, form: ObjectForm, choice?: PutChoice): Promise<string> {
    const { store, keeper, isDry } = this.#tools
    this.sentBytes += form.body.length
    const at = this.sent++
    if (isDry) return ''
    await keeper.claim()
    if (at % uploadsPerLook === uploadsPerLook - 1) await keeper.assertOwn()
    return store.put(path, form, choice)
  }
}
