import { useId, useState, type ReactNode } from 'react'
import styles from './filter.module.css'

interface FacetGroupFrameProps {
  name: string
  startsOpen: boolean
  children: ReactNode
}

/** A collapsible group of the filter. Renders its content only once it has been opened. */
export function FacetGroupFrame({ name, startsOpen, children }: FacetGroupFrameProps) {
  const [isOpen, setOpen] = useState(startsOpen)
  const id = useId()
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 className={styles.groupName}>
        <button
          id={id}
          type="button"
          aria-expanded={isOpen}
          onClick={() => {
            setOpen(!isOpen)
          }}
        >
          <span>{name}</span>
          <span aria-hidden="true">{isOpen ? '–' : '+'}</span>
        </button>
      </h2>
      {isOpen ? children : null}
    </section>
  )
}
