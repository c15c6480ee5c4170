import { picturePath, type PictureFile } from '#contract/picture-file.ts'
import type { CachedBody, CachedRow } from '#builder/archive/post/cached-post.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import type { RecordBytes } from '#builder/archive/cache/record-file.ts'
import type { SiteWriter } from '#builder/site/write/site-writer.ts'
import type { PicturePlacer } from '#builder/site/assembly/site-parts.ts'
import type { LocalPicture, LocalPictures } from '#builder/archive/pictures/local-pictures.ts'
import { readPicture } from '#builder/archive/pictures/check-picture.ts'
import { listPictureAddresses } from '#builder/archive/pictures/post-pictures.ts'

/** Makes the function that copies the archive's own pictures into a site, post by post. */
export function makePicturePlacer(
  { byAddress, key }: LocalPictures,
  writer: SiteWriter,
): PicturePlacer {
  const place = async (record: RecordBytes): ReturnType<PicturePlacer['place']> => {
    if (byAddress.size === 0 && !holdsOwn(record)) return { record, paths: [] }
    // Needs no parser: this program wrote the record when it read the post.
    const row = JSON.parse(record.row.toString()) as CachedRow
    const {
      embedded = [],
      folderPictures = [],
      ...body
    } = JSON.parse(record.body.toString()) as CachedBody
    const own = new Set(folderPictures.map(({ url }) => url))
    const asked = listPictureAddresses({ row, body }).filter((url) => !own.has(url))
    const copied = [...folderPictures, ...findLocal(asked, byAddress)]
    if (copied.length === 0 && embedded.length === 0) return { record, paths: [] }
    for (const picture of copied) {
      const { file, bytes } = picture
      await writer.copyImmutable(picturePath(file), { bytes, read: () => readAgain(picture) })
    }
    for (const { file, data } of embedded) {
      const bytes = Buffer.from(data, 'base64')
      const read = () => Promise.resolve(bytes)
      await writer.copyImmutable(picturePath(file), { bytes: bytes.length, read })
    }
    const local = [...copied, ...embedded]
    const files = new Map(local.map(({ url, file }) => [url, file]))
    return {
      record: { ...record, row: toRowJson(row, files), body: toBodyJson(body, local) },
      paths: local.map(({ file }) => picturePath(file)),
    }
  }
  return { key, place }
}

/** Reads a picture again that was intact when this build began. */
async function readAgain({ path, file }: LocalPicture): Promise<Uint8Array> {
  const picture = await readPicture(path, file)
  if ('bytes' in picture) return picture.bytes
  throw new BuildError(
    `The picture "${path}" was changed while it was being copied: it ${picture.fault}.`,
    'Build again.',
  )
}

// As JSON writes them; a quotation mark in a text has a backslash before it.
const ownKeys = ['"embedded":', '"folderPictures":']

function holdsOwn({ body }: RecordBytes): boolean {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  return ownKeys.some((key) => bytes.includes(key))
}

type ShownPicture = Pick<NamedPicture, 'url' | 'file' | 'width' | 'height'>

type NamedPicture = LocalPicture & { url: string }

function findLocal(
  addresses: readonly string[],
  byAddress: LocalPictures['byAddress'],
): NamedPicture[] {
  return addresses.flatMap((url) => {
    const picture = byAddress.get(url)
    return picture === undefined ? [] : [{ url, ...picture }]
  })
}

function toRowJson(row: CachedRow, files: ReadonlyMap<string, PictureFile>): Uint8Array {
  const withFile = <Image extends { url: string }>(image: Image | undefined) => {
    const file = image && files.get(image.url)
    return image && file ? { ...image, file } : image
  }
  const pictures = { leadImage: withFile(row.leadImage), still: withFile(row.still) }
  return Buffer.from(JSON.stringify({ ...row, ...pictures }))
}

function toBodyJson(body: CachedBody, local: readonly ShownPicture[]): Uint8Array {
  const localPictures = local.map(({ url, file, width, height }) => ({ url, file, width, height }))
  return Buffer.from(JSON.stringify({ ...body, localPictures }))
}
