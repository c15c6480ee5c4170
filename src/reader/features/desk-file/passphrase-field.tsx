import styles from './desk-file.module.css'

interface PassphraseFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** Whether one is chosen, not given. */
  isNew?: boolean
}

/** A field for a passphrase. */
export function PassphraseField({ label, value, onChange, isNew = false }: PassphraseFieldProps) {
  return (
    <label className={styles.file}>
      <span>{label}</span>
      <input
        type="password"
        className={styles.field}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
