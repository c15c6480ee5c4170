import { useState } from 'react'
import { afterPaint } from './after-paint.ts'

/**
 * What a control shows as chosen, and what chooses another value: the choice is painted first, and then acted on. What
 * follows from it may take several frames on a phone, and whoever pressed something sees at once that it was heard.
 */
export function useChoice<T>(
  value: T,
  onChoose: (value: T) => unknown,
): [shown: T, choose: (value: T) => void] {
  const [pressed, setPressed] = useState<{ value: T }>()
  const choose = (next: T) => {
    const press = { value: next }
    setPressed(press)
    afterPaint(() => {
      void act(next).finally(() => {
        // A later choice stays shown.
        setPressed((last) => (last === press ? undefined : last))
      })
    })
  }
  const act = async (next: T) => {
    await onChoose(next)
  }
  return [pressed === undefined ? value : pressed.value, choose]
}
