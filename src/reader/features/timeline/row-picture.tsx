import { useState } from 'react'
import { picturePath } from '#contract/picture-file.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { toHref } from '#reader/links/paths.ts'

type RowImage = NonNullable<PostSummary['leadImage']>

/** The lead image of a row, decorative. If it does not load, its place stays empty instead of showing a broken image. */
export function RowPicture({ image }: { image: Pick<RowImage, 'url' | 'file'> }) {
  const [failed, setFailed] = useState(false)
  return (
    <div className="post-row-picture">
      {failed ? null : (
        <img
          src={image.file === undefined ? image.url : toHref(picturePath(image.file))}
          alt=""
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => {
            setFailed(true)
          }}
        />
      )}
    </div>
  )
}
