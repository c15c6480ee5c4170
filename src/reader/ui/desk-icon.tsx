import styles from './desk-icon.module.css'

const paths = {
  saved: 'M12 3l3 6 6 1-5 4 2 7-6-4-6 4 2-7-5-4 6-1z',
  read: 'M4.5 12.5l5 5 10-11',
  lists: 'M4 6h11M4 11.5h11M4 17h7M18 14v7M14.5 17.5h7',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
} as const

/** A star, a tick, a list that grows or an arrow, drawn stronger where it says that something is so. */
export function DeskIcon({ what, isOn = false }: { what: keyof typeof paths; isOn?: boolean }) {
  return (
    <svg
      className={styles.icon}
      data-on={isOn}
      data-what={what}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[what]} />
    </svg>
  )
}
