import type { ArticleBody } from '#contract/body-pack.ts'
import type { PictureFile } from '#contract/picture-file.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'

/** Picture to show above the text; none if the text already contains it. */
export function leadImageAbove(summary: PostSummary, body: ArticleBody): PostSummary['leadImage'] {
  const { leadImage } = summary
  if (!leadImage) return undefined
  const written = leadImage.url.replaceAll('&', '&amp;')
  return body.parts.some((part) => part.includes(`"${written}"`)) ? undefined : leadImage
}

/**
 * Class of the canvas that reserves the space of a picture while its `noscript` is not rendered. It takes the size of
 * the picture and requests nothing; where scripts are off, it shows its content.
 */
export const pictureRoom = 'picture-room'

/** Lead image of a prerendered page. With JavaScript the reader's picture setting decides, so nothing loads here. */
export function LeadImageFigure({
  image,
  toPictureHref,
}: {
  image: NonNullable<PostSummary['leadImage']>
  toPictureHref: ((file: PictureFile) => string) | undefined
}) {
  const local = image.file && toPictureHref?.(image.file)
  return (
    <figure className="article-lead">
      <canvas className={pictureRoom} width={image.width} height={image.height}>
        <noscript>
          <img
            src={local ?? image.url}
            alt={image.alt ?? ''}
            width={image.width}
            height={image.height}
            decoding="async"
            referrerPolicy="no-referrer"
          />
        </noscript>
      </canvas>
    </figure>
  )
}
