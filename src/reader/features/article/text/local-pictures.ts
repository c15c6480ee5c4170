import type { ArticleBody } from '#contract/body-pack.ts'
import { toPictureAddress } from '#reader/data/files/picture-address.ts'

/** The site's own copy of a picture; loading it contacts no other host. */
export interface PictureCopy {
  src: string
  /** Pixels. */
  width: number
  height: number
}

/** Finds the site's own copy of a picture by its address; `undefined` when there is none. */
export type FindLocalPicture = (url: string) => PictureCopy | undefined

/** Makes the lookup of the site's own copies of an article's pictures. */
export function makeFindLocal({ localPictures }: ArticleBody): FindLocalPicture {
  const local = new Map(
    localPictures?.map(({ url, file, width, height }) => [
      url,
      { src: toPictureAddress(file), width, height },
    ]),
  )
  return (url) => local.get(url)
}
