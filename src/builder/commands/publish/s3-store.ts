import { setMaxListeners } from 'node:events'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3'
import type { ObjectForm } from './object-form.ts'
import type { ListedObject, ObjectStore, PutChoice } from './object-store.ts'
import type { PublishTarget } from './publish-target.ts'
import { toOvertaken, toStoreError } from './store-error.ts'

/** How to reach a store. The SDK finds credentials itself: environment, profile, role of the machine. */
export interface StoreAccess {
  /** Address of the store; absent = Amazon S3. */
  endpoint: string | undefined
  /** Absent = the SDK finds it, as it does the credentials. */
  region: string | undefined
}

/** Attempts per request. When a store throttles, all uploads back off together. */
const attempts = 8
const connectMs = 10_000
const silentMs = 60_000

/** Other stores rarely have regions, but every signature names one. */
const otherRegion = 'us-east-1'

/** Opens a store that speaks the S3 protocol. */
export function openS3Store(target: PublishTarget, access: StoreAccess): ObjectStore {
  const place = { bucket: target.bucket, endpoint: access.endpoint }
  const store = new S3Store(target, makeClient(access))
  const telling = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work
    } catch (error) {
      throw toStoreError(error, place)
    }
  }
  return {
    async *list() {
      const pages = store.list()
      for (;;) {
        const { done, value } = await telling(pages.next())
        if (done === true) return
        yield value
      }
    },
    read: (path) => telling(store.read(path)),
    look: (path) => telling(store.look(path)),
    put: (path, form, choice) => telling(store.put(path, form, choice)),
    remove: (path) => telling(store.remove(path)),
    close: () => store.close(),
  }
}

function makeClient({ endpoint, region }: StoreAccess): S3Client {
  const ownRegion = region ?? (endpoint === undefined ? undefined : otherRegion)
  return new S3Client({
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    ...(ownRegion === undefined ? {} : { region: ownRegion }),
    followRegionRedirects: true,
    maxAttempts: attempts,
    retryMode: 'adaptive',
    requestHandler: { connectionTimeout: connectMs, socketTimeout: silentMs },
    // Every upload carries its MD5, which all stores check; not all support the SDK's newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
}

/** Like `ObjectStore`, but throws the errors of the SDK. */
class S3Store {
  readonly #target: PublishTarget
  readonly #client: S3Client
  readonly #abort = new AbortController()

  constructor(target: PublishTarget, client: S3Client) {
    this.#target = target
    this.#client = client
    // Every pending request adds a listener.
    setMaxListeners(0, this.#abort.signal)
  }

  async *list(): AsyncGenerator<ListedObject[]> {
    const { bucket, prefix } = this.#target
    const pages = paginateListObjectsV2(
      { client: this.#client },
      { Bucket: bucket, Prefix: prefix },
      this.#options,
    )
    for await (const { Contents = [] } of pages) {
      yield Contents.map(({ Key = '', Size = 0, ETag }) => ({
        path: Key.slice(prefix.length),
        bytes: Size,
        etag: toEtag(ETag),
      }))
    }
  }

  async read(path: string) {
    return unlessMissing(async () => {
      const answer = await this.#client.send(new GetObjectCommand(this.#at(path)), this.#options)
      const bytes = (await answer.Body?.transformToByteArray()) ?? new Uint8Array()
      return { bytes, etag: toEtag(answer.ETag) }
    })
  }

  async look(path: string) {
    return unlessMissing(async () => {
      const answer = await this.#client.send(new HeadObjectCommand(this.#at(path)), this.#options)
      return {
        etag: toEtag(answer.ETag),
        headers: {
          contentType: answer.ContentType ?? '',
          cacheControl: answer.CacheControl ?? '',
          contentEncoding: answer.ContentEncoding === 'gzip' ? ('gzip' as const) : undefined,
        },
      }
    })
  }

  async put(path: string, form: ObjectForm, { replaces }: PutChoice = {}): Promise<string> {
    const input: PutObjectCommandInput = {
      ...this.#at(path),
      Body: form.body,
      ContentMD5: Buffer.from(form.md5, 'hex').toString('base64'),
      ContentType: form.contentType,
      CacheControl: form.cacheControl,
      ContentEncoding: form.contentEncoding,
    }
    if (replaces === undefined) return this.#put(input)
    const condition = replaces === 'none' ? { IfNoneMatch: '*' } : { IfMatch: `"${replaces}"` }
    try {
      return await this.#put({ ...input, ...condition })
    } catch (error) {
      if (isStatus(error, [501])) return this.#put(input)
      if (!isStatus(error, [404, 409, 412]) || isName(error, 'NoSuchBucket')) throw error
      // The first attempt may have succeeded and only its response been lost: then the conflicting object is our own.
      if ((await this.look(path))?.etag === form.md5) return form.md5
      throw toOvertaken(error)
    }
  }

  async remove(path: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand(this.#at(path)), this.#options)
  }

  close(): void {
    this.#abort.abort()
    this.#client.destroy()
  }

  async #put(input: PutObjectCommandInput): Promise<string> {
    return toEtag((await this.#client.send(new PutObjectCommand(input), this.#options)).ETag)
  }

  get #options() {
    return { abortSignal: this.#abort.signal }
  }

  #at(path: string) {
    return { Bucket: this.#target.bucket, Key: `${this.#target.prefix}${path}` }
  }
}

async function unlessMissing<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work()
  } catch (error) {
    if (isStatus(error, [404]) && !isName(error, 'NoSuchBucket')) return undefined
    throw error
  }
}

function isStatus(error: unknown, statuses: number[]): boolean {
  return (
    error instanceof S3ServiceException && statuses.includes(error.$metadata.httpStatusCode ?? 0)
  )
}

function isName(error: unknown, name: string): boolean {
  return error instanceof S3ServiceException && error.name === name
}

/** Strips the quotes, and the `W/` that some proxies add. */
function toEtag(header: string | undefined): string {
  return (header ?? '').replace(/^W\//, '').replaceAll('"', '')
}
