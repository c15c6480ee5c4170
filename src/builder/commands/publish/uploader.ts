import { manifestPath } from '#contract/file-names.ts'
import { isImmutable } from '#builder/site/write/generations.ts'
import { TaskLimit } from '#builder/ground/threads/task-limit.ts'
import { toObjectForm, type ObjectForm } from './object-form.ts'
import type { ObjectStore, PutChoice } from './object-store.ts'
import type { StoredSite } from './publish-plan.ts'
import type { PublishRecord } from './publish-record.ts'
import type { PublishedFolder } from './published-folder.ts'
import type { RecordKeeper } from './record-keeper.ts'

/** Files that are read, packed and sent side by side. The largest are pictures of five megabytes. */
const uploadsAtOnce = 32

/** After so many uploads another run may have taken over. */
const uploadsPerLook = 500

/** What an uploader works with. */
export interface UploadTools {
  site: PublishedFolder
  store: ObjectStore
  /** What is known of the objects; kept up to date. */
  record: PublishRecord
  /** What the store had before this run. */
  stored: StoredSite
  keeper: RecordKeeper
  /** Only counts what would be sent. */
  isDry: boolean
}

/** Brings files of a site into a store, those that are not there yet. */
export class Uploader {
  readonly #tools: UploadTools
  /** Whether what the record says was put in the form that objects have now. */
  readonly #trustsForm: boolean
  /** Objects that were sent, and their bytes. */
  sent = 0
  sentBytes = 0

  constructor(tools: UploadTools) {
    this.#tools = tools
    this.#trustsForm = tools.stored.record?.isOfThisForm === true
  }

  /** Of some files those that must be looked at: an immutable one that lies there as it was put is done. */
  toOpen(files: string[]): string[] {
    return files.filter((path) => !isImmutable(path) || !this.#isAsPut(path))
  }

  /** Uploads files; all of them are there when it is done. */
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

  /** Shows the site to readers. @throws BuildError when another run has shown one meanwhile. */
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

  /** Whether the object that lies there is the one that was put last. */
  #isAsPut(path: string): boolean {
    const { stored, record } = this.#tools
    const etag = stored.listed.get(path)?.etag
    return this.#trustsForm && etag !== undefined && etag === record.objects.get(path)?.etag
  }

  /** Whether the object that lies there is this one, though the record does not say so: a run was killed, or the record is lost. */
  async #isThere(path: string, form: ObjectForm): Promise<boolean> {
    const { store, stored, keeper } = this.#tools
    const object = stored.listed.get(path)
    if (object?.etag !== form.md5 || object.bytes !== form.body.length) return false
    // A run of this program was about to put it, and nothing else than it gives these bytes.
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
