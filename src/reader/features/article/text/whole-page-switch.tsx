import { useLayoutEffect, useRef } from 'react'
import type { Words } from '#article/words.ts'

interface WholePageSwitchProps {
  words: Words
  isWhole: boolean
  onSwitch: (isWhole: boolean) => void
}

/** Says that parts of the mirrored page are left out, and shows or hides them. */
export function WholePageSwitch({ words, isWhole, onSwitch }: WholePageSwitchProps) {
  const button = useRef<HTMLButtonElement>(null)
  const before = useRef(isWhole)
  useLayoutEffect(() => {
    if (before.current === isWhole) return
    before.current = isWhole
    // The text above has changed its length; keep the pressed button in view.
    button.current?.scrollIntoView({ block: 'nearest' })
  }, [isWhole])
  return (
    <p className="page-bar">
      {words(isWhole ? 'article.wholePage.shown' : 'article.wholePage.hidden')}{' '}
      <button ref={button} type="button" onClick={() => onSwitch(!isWhole)}>
        {words(isWhole ? 'article.wholePage.hide' : 'article.wholePage.show')}
      </button>
    </p>
  )
}
