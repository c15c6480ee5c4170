import { idPrefix } from '#core/html/html-policy.ts'
import { leftOutAttribute, leftOutSign } from '#core/html/left-out.ts'
import { toPageSteps, toWholePage } from '#core/html/whole-page.ts'
import type { OwnPicture } from '#builder/read/clean/rules/own-picture.ts'
import { readAttribute, serializeHtml } from '#builder/read/clean/serialize-html.ts'
import { toElement, toText } from '#builder/read/clean/tree/article-tree.ts'
import type { CachedBody, CachedRow } from '../post/cached-post.ts'
import type { FolderPicture, SettledPictures } from '../post/settled-pictures.ts'
import type { RecordBytes } from './record-file.ts'

/**
 * Puts what became of a post's own pictures into its record: those found are listed in the body, any other leaves its
 * words behind a mark, and the row shows the first one that is there.
 */
export function settleRecord(record: RecordBytes, settled: SettledPictures): RecordBytes {
  // Needs no parser: this program wrote the record when it read the post.
  const row = JSON.parse(record.row.toString()) as CachedRow
  const { moreLeads = [], ...body } = JSON.parse(record.body.toString()) as CachedBody
  const { found, lost } = splitAnswers(settled)
  const parts = body.parts.map((part) => settleHtml(part, found, lost))
  const page = body.page && toWholePage(body.parts, body.page)
  const settledBody: CachedBody = {
    ...body,
    parts,
    ...(page === undefined
      ? {}
      : {
          page: toPageSteps(
            parts,
            page.map((part) => settleHtml(part, found, lost)),
          ),
        }),
    ...(found.size === 0 ? {} : { folderPictures: [...found.values()] }),
  }
  const leads = row.leadImage === undefined ? [] : [row.leadImage, ...moreLeads]
  const leadImage = leads.find(({ url }) => !lost.has(url))
  return {
    ...record,
    row: Buffer.from(JSON.stringify({ ...row, leadImage })),
    body: Buffer.from(JSON.stringify(settledBody)),
  }
}

function splitAnswers({ answers, list }: SettledPictures): {
  found: Map<string, FolderPicture>
  lost: Map<string, OwnPicture>
} {
  const found = new Map<string, FolderPicture>()
  const lost = new Map<string, OwnPicture>()
  for (const [at, picture] of list().entries()) {
    const answer = answers[at]
    if (typeof answer === 'string') lost.set(picture.url, picture)
    else if (answer !== undefined) found.set(picture.url, { ...answer, url: picture.url })
  }
  return { found, lost }
}

// The builder's serializer always writes `src` as the first attribute of a picture.
const pictureTag = /<img src="([^"]*)"[^<>]*>/g

function settleHtml(
  html: string,
  found: ReadonlyMap<string, FolderPicture>,
  lost: ReadonlyMap<string, OwnPicture>,
): string {
  return html.replace(pictureTag, (tag, written: string) => {
    const url = readAttribute(written)
    const picture = lost.get(url)
    if (picture !== undefined) return toMark(tag, picture)
    const file = found.get(url)
    return file === undefined ? tag : withBothSides(tag, file)
  })
}

/** The words of a picture, behind a mark unless it is a sign of the text: as `clean-tree.ts` leaves them. */
function toMark(tag: string, { isSign }: OwnPicture): string {
  const alt = readOf(tag, 'alt') ?? ''
  if (isSign === true) return serializeHtml([toText(alt)])
  const id = readOf(tag, 'id')
  const said = toText(alt === '' ? leftOutSign : `${leftOutSign} ${alt}`)
  const anchor: [string, string][] = id?.startsWith(idPrefix) === true ? [['id', id]] : []
  return serializeHtml([toElement('span', [...anchor, [leftOutAttribute, 'picture']], [said])])
}

/** A picture with one declared side gets the other: without it, what follows would move when the picture comes. */
function withBothSides(tag: string, { width, height }: FolderPicture): string {
  const [wide, high] = [readPixels(tag, 'width'), readPixels(tag, 'height')]
  if (wide !== undefined && high === undefined) {
    const side = Math.max(1, Math.round((wide * height) / width))
    return tag.replace(` width="${wide}"`, ` width="${wide}" height="${side}"`)
  }
  if (high !== undefined && wide === undefined) {
    const side = Math.max(1, Math.round((high * width) / height))
    return tag.replace(` height="${high}"`, ` width="${side}" height="${high}"`)
  }
  return tag
}

function readPixels(tag: string, name: string): number | undefined {
  const text = readOf(tag, name)
  return text === undefined || !/^\d{1,5}$/.test(text) ? undefined : Number(text)
}

function readOf(tag: string, name: string): string | undefined {
  const written = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  return written === undefined ? undefined : readAttribute(written)
}
