import { createHash } from 'node:crypto'
import type { ObjectForm } from './object-form.ts'
import type { ObjectStore } from './object-store.ts'
import type { StoredSite } from './publish-plan.ts'
import { recordPath, toRecordBytes, type PublishRecord } from './publish-record.ts'
import { toOvertaken } from './store-error.ts'

/**
 * Maintains the record in the store. A run writes it before anything else, so that its objects are known to be ours
 * even if it is killed. A run that finds the record changed knows that another run has taken over.
 */
export class RecordKeeper {
  readonly #store: ObjectStore
  readonly #before: PublishRecord | undefined
  readonly #next: PublishRecord
  #etag: string | undefined
  #claimed: Promise<void> | undefined

  constructor(store: ObjectStore, { record, recordEtag }: StoredSite, next: PublishRecord) {
    this.#store = store
    this.#before = record
    this.#etag = recordEtag
    this.#next = next
  }

  /** Whether an earlier run uploaded a file to a path or was about to. */
  wasMeant(path: string): boolean {
    return this.#before?.objects.has(path) === true
  }

  /** Takes over the store; idempotent. */
  claim(): Promise<void> {
    this.#claimed ??= this.#takeOver()
    return this.#claimed
  }

  /** @throws BuildError when another run has taken over since this one did. */
  async assertOwn(): Promise<void> {
    if (this.#claimed === undefined) return
    await this.#claimed
    await this.#assertUnchanged()
  }

  /** Writes the record, unless it is unchanged. */
  async save(): Promise<void> {
    if (this.#claimed !== undefined || !(await this.#saysTheSame())) await this.#write()
  }

  async #saysTheSame(): Promise<boolean> {
    if (this.#before?.isOfThisForm !== true) return false
    const [before, next] = await Promise.all([
      toRecordBytes(this.#before),
      toRecordBytes(this.#next),
    ])
    return Buffer.compare(before, next) === 0
  }

  async #takeOver(): Promise<void> {
    // The write itself is conditional too, but not every store supports that.
    await this.#assertUnchanged()
    await this.#write()
  }

  async #assertUnchanged(): Promise<void> {
    const etag = (await this.#store.look(recordPath))?.etag
    if (etag !== this.#etag) throw toOvertaken()
  }

  async #write(): Promise<void> {
    const form = toRecordForm(await toRecordBytes(this.#next))
    this.#etag = await this.#store.put(recordPath, form, { replaces: this.#etag ?? 'none' })
  }
}

function toRecordForm(body: Uint8Array): ObjectForm {
  return {
    body,
    md5: createHash('md5').update(body).digest('hex'),
    contentType: 'application/gzip',
    cacheControl: 'no-cache',
    contentEncoding: undefined,
  }
}
