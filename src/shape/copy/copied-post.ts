import type { ArticleBody } from '#contract/body-pack.ts'
import type { PictureFile } from '#contract/picture-file.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { innerLinkStart, isOwnAddress } from '#core/address/own-address.ts'
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import type { WholePost } from './archive-posts.ts'

/** The pictures of a post that the archive keeps itself. */
export function listKeptPictures({ row, body }: WholePost): PictureFile[] {
  const shown = [row.leadImage?.file, row.still?.file]
  return [...shown.filter((file) => file !== undefined), ...(body.localPictures ?? []).map(toFile)]
}

function toFile({ file }: { file: PictureFile }): PictureFile {
  return file
}

/** A post of an archive that has no source files: a copy never has. */
export function withoutSourceFile({ row, body }: WholePost): WholePost {
  const { keptSource: _, ...rest } = body
  return { row, body: rest }
}

/** A post of an archive that keeps none of its pictures. */
export function withoutKeptPictures({ row, body }: WholePost): WholePost {
  const { localPictures: _, ...text } = body
  return { row: withoutFiles(row), body: text }
}

function withoutFiles({ leadImage, still, ...row }: PostSummary): PostSummary {
  return {
    ...row,
    ...(isElsewhere(leadImage) ? { leadImage: withoutFile(leadImage) } : {}),
    ...(isElsewhere(still) ? { still: withoutFile(still) } : {}),
  }
}

interface RowPicture {
  url: string
  file?: PictureFile | undefined
}

/** Whether another host has a picture as well. */
function isElsewhere<Picture extends RowPicture>(picture: Picture | undefined): picture is Picture {
  return picture !== undefined && !isOwnAddress(picture.url)
}

function withoutFile<Picture extends RowPicture>(picture: Picture): Omit<Picture, 'file'> {
  const { file: _, ...rest } = picture
  return rest
}

const innerLink = new RegExp(
  `${innerLinkStart.replaceAll('.', '\\.')}((?:\\d{4}-\\d\\d-\\d\\d|undated)-[a-z2-7]{8})`,
  'g',
)

/** The posts that an article names: those related to it, its versions and translations, and those its text links to. */
export function listNamedPosts(body: ArticleBody): PostId[] {
  const { related = [], versions = [], translations = [], parts } = body
  const linked = parts.flatMap((part) =>
    [...part.matchAll(innerLink)].flatMap(([, text = '']) => parsePostId(text) ?? []),
  )
  return [...[...related, ...versions, ...translations].map(({ id }) => id), ...linked]
}
