import { useLayoutEffect, useRef } from 'react'
import type { Words } from '#article/words.ts'

interface WholePageSwitchProps {
  words: Words
  isWhole: boolean
  onSwitch: (isWhole: boolean) => void
}

/** Says what of the mirrored page is left out, and brings it back. */
export function WholePageSwitch({ words, isWhole, onSwitch }: WholePageSwitchProps) {
  const button = useRef<HTMLButtonElement>(null)
  const before = useRef(isWhole)
  useLayoutEffect(() => {
    if (before.current === isWhole) return
    before.current = isWhole
    // The text above has another length now: what was pressed stays in view.
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
