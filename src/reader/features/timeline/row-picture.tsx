import { useState } from 'react'
import type { LeadImage } from '#core/post.ts'
import styles from './timeline-row.module.css'

/** The lead image of a row, decoration beside its title. One that does not load leaves its place empty, never a broken icon. */
export function RowPicture({ image }: { image: { url: LeadImage['url'] } }) {
  const [failed, setFailed] = useState(false)
  return (
    <div className={styles.picture}>
      {failed ? null : (
        <img
          src={image.url}
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
