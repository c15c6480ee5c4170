import { useState } from 'react'
import { toPictureAddress } from '#reader/data/files/picture-address.ts'
import type { RowImage } from './choose-row-picture.ts'

/** The picture of a row, decorative. If it does not load, its place stays empty instead of showing a broken image. */
export function RowPicture({ image }: { image: RowImage }) {
  const [failed, setFailed] = useState(false)
  return (
    <div className="post-row-picture">
      {failed ? null : (
        <img
          src={image.file === undefined ? image.url : toPictureAddress(image.file)}
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
