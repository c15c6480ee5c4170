import { useId } from 'react'
import { useChoice } from './use-choice.ts'
import styles from './segmented.module.css'

interface SegmentedProps<T extends string> {
  label: string
  /** Whether the label is hidden from view and only read aloud. */
  labelHidden?: boolean
  value: T
  /** `short` is shown instead where there is little room. */
  options: readonly { value: T; label: string; short?: string }[]
  /** Called when the choice has been painted; returns a promise for what takes longer. */
  onChange: (value: T) => unknown
}

/** A segmented control: a few choices side by side, one of them selected. Radio buttons that look like words. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { label, labelHidden = false, value, options, onChange } = props
  const name = useId()
  const [shown, choose] = useChoice(value, onChange)
  return (
    <fieldset className={styles.group}>
      <legend className={labelHidden ? 'visually-hidden' : styles.legend}>{label}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              aria-label={option.short === undefined ? undefined : option.label}
              name={name}
              checked={option.value === shown}
              onChange={() => {
                choose(option.value)
              }}
            />
            {option.short === undefined ? (
              <span>{option.label}</span>
            ) : (
              <span>
                <span className={styles.full}>{option.label}</span>
                <span className={styles.short}>{option.short}</span>
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
