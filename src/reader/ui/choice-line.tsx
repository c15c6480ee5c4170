import styles from './choice-line.module.css'

interface ChoiceLineProps<Value extends string> {
  label: string
  /** Absent if what is chosen is none of the options; then `other` names it. */
  value: Value | undefined
  other: string
  options: readonly { value: Value; label: string; lang?: string }[]
  onChange: (value: Value) => void
}

/** A choice on one line: its name, and what is chosen. */
export function ChoiceLine<Value extends string>(props: ChoiceLineProps<Value>) {
  const { label, value: shown, other, options, onChange } = props
  return (
    <label className={styles.choice}>
      <span>{label}</span>
      <select
        value={shown ?? 'other'}
        onChange={({ target: { value } }) => {
          const chosen = options.find((option) => option.value === value)
          if (chosen !== undefined) onChange(chosen.value)
        }}
      >
        {shown === undefined ? <option value="other">{other}</option> : null}
        {options.map(({ value, label: text, lang }) => (
          <option key={value} value={value} lang={lang}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
