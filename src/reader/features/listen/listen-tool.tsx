import { useRef, useState } from 'react'
import { showRareWords } from '#reader/language/language.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { lazyPart } from '#reader/ui/lazy-part.tsx'
import { useKeys } from '#reader/ui/use-keys.ts'
import type { ListenToolProps } from './listened-article.ts'

const ListenBar = lazyPart(async () => {
  const [{ ListenBar: Bar }] = await Promise.all([import('./listen-bar.tsx'), showRareWords()])
  return Bar
}, FailureNotice)

/** A button that reads the article aloud, with the key l. Its code is loaded when it is pressed. */
export function ListenTool({ box, language, named, words }: ListenToolProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const open = () => {
    setOpen(true)
  }
  useKeys(isOpen ? {} : { l: open })
  return (
    <>
      <button
        ref={button}
        type="button"
        className="article-button"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen)
        }}
      >
        {words('article.listen')}
      </button>
      {isOpen ? (
        <ListenBar
          {...{ box, language, named }}
          onClose={() => {
            setOpen(false)
            button.current?.focus({ preventScroll: true })
          }}
        />
      ) : null}
    </>
  )
}
