const paths = {
  play: 'M7 4.5v15l12-7.5z',
  pause: 'M8 5v14M16 5v14',
  sentenceBack: 'M14 6l-6 6 6 6',
  sentenceOn: 'M10 6l6 6-6 6',
  paragraphBack: 'M12 6l-6 6 6 6M19 6l-6 6 6 6',
  paragraphOn: 'M5 6l6 6-6 6M12 6l6 6-6 6',
  close: 'M6 6l12 12M18 6L6 18',
} as const

/** A line icon in a button with a name of its own. */
export function ListenIcon({ name }: { name: keyof typeof paths }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="22"
      height="22"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}
