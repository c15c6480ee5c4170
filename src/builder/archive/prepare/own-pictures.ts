import type { LeadImage, Post } from '#core/post/post.ts'
import type { CleanArticle } from '#builder/read/clean/clean-article.ts'
import {
  isOnlyOwn,
  resolvePicture,
  type OwnPicture,
} from '#builder/read/clean/rules/own-picture.ts'
import { listPictureSources } from '#builder/read/clean/serialize-html.ts'

/** The pictures of a post that may lie in the folders, and those that may stand in its row, the best first. */
export interface OwnPictures {
  leads: LeadImage[]
  ownPictures: OwnPicture[]
}

/**
 * Lists what the parts show, and the picture of the front matter where the article has none that is certain.
 * @param parts HTML of the article and of its whole page.
 */
export function listOwnPictures(
  post: Post,
  article: CleanArticle,
  parts: readonly string[],
): OwnPictures {
  const { leadImage, moreLeads, own } = article
  const leads = leadImage === undefined ? [] : [leadImage, ...moreLeads]
  const shown = own.length === 0 ? new Set() : new Set(parts.flatMap(listPictureSources))
  const ownPictures = own.filter(({ url }) => shown.has(url))
  const last = leads.at(-1)
  const doubt = ownPictures.find(({ url }) => url === last?.url)
  if (last !== undefined && (doubt === undefined || !isOnlyOwn(doubt)))
    return { leads, ownPictures }
  const written = resolveWritten(post)
  if (written === undefined) return { leads, ownPictures }
  const { url, own: ofFolders } = written
  const isNew = !ownPictures.some((picture) => picture.url === url)
  if (ofFolders === undefined || !isNew) return { leads: [...leads, { url }], ownPictures }
  const leading = new Set(leads.map((lead) => lead.url))
  for (const one of ownPictures) if (leading.has(one.url)) one.isLead = true
  ownPictures.push({ ...ofFolders, isWritten: true })
  return { leads: [...leads, { url }], ownPictures }
}

/** The picture that the front matter names: on the web, or in the folders. */
function resolveWritten({ image, sourceUrl, siteUrl }: Post): ReturnType<typeof resolvePicture> {
  if (image === undefined) return undefined
  const isMirrored = sourceUrl !== undefined
  // Programs disagree on what a path without a slash is relative to; with one it is an address of the site.
  const baseUrl = image.startsWith('/') && !isMirrored ? siteUrl : undefined
  return resolvePicture(image, { baseUrl, siteUrl, isMirrored })
}
