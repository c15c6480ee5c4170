import { useRef } from 'react'
import { chosenPosts } from '#reader/data/desk/chosen-posts.ts'
import { useTranslation } from '#reader/language/use-translation.ts'

/** Begins to select posts of the list; on a row the key x does the same. */
export function SelectButton() {
  const { t } = useTranslation()
  const button = useRef<HTMLButtonElement>(null)
  return (
    <button
      ref={button}
      type="button"
      className="button"
      onClick={() => {
        chosenPosts.write(chosenPosts.read() ?? new Map())
        // The bar would stand behind the sheet that a phone has the filter in.
        const sheet = button.current?.closest('dialog')
        sheet?.dispatchEvent(new Event('cancel', { cancelable: true }))
      }}
    >
      {t('desk.select.begin')}
    </button>
  )
}
