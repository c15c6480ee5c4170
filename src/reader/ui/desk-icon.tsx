import styles from './desk-icon.module.css'

const paths = {
  saved: 'M12 3l3 6 6 1-5 4 2 7-6-4-6 4 2-7-5-4 6-1z',
  read: 'M4.5 12.5l5 5 10-11',
  lists: 'M4 6h11M4 11.5h11M4 17h7M18 14v7M14.5 17.5h7',
} as const

/** A star, a tick or a list that grows, drawn stronger where it says that something is so. */
export function DeskIcon({ what, isOn }: { what: keyof typeof paths; isOn: boolean }) {
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
