import { useEffect, useEffectEvent, type RefObject } from 'react'
import { isInputMethodKey } from '#reader/ui/input-method-key.ts'

/** Callbacks for events of the search field and of the box around it. */
export interface FieldEvents {
  type: () => void
  /** An input method has started or finished composing. */
  compose: (isOn: boolean) => void
  enter: () => void
  come: () => void
  leave: () => void
}

/**
 * Listens to a field that another component renders. Reports its state once at the start, as text may have been typed
 * before this code was loaded.
 */
export function useFieldEvents(field: RefObject<HTMLInputElement | null>, events: FieldEvents) {
  const tell = useEffectEvent((change: (events: FieldEvents) => void) => {
    change(events)
  })
  useEffect(() => {
    const input = field.current
    const form = input?.form
    if (!input || !form) return undefined
    const listening = new AbortController()
    const { signal } = listening
    input.addEventListener('input', () => tell(({ type }) => type()), { signal })
    input.addEventListener('compositionstart', () => tell(({ compose }) => compose(true)), {
      signal,
    })
    input.addEventListener('compositionend', () => tell(({ compose }) => compose(false)), {
      signal,
    })
    form.addEventListener('submit', (event) => enter(event, () => tell(({ enter }) => enter())), {
      signal,
    })
    form.addEventListener('keydown', (event) => press(event, form, input), { signal })
    // Buttons below the field must not take the focus from it: not every browser focuses a clicked button.
    form.addEventListener(
      'mousedown',
      (event) => event.target !== input && event.preventDefault(),
      { signal },
    )
    form.addEventListener('focusin', () => tell(({ come }) => come()), { signal })
    form.addEventListener(
      'focusout',
      (event) => {
        if (!isInForm(form, event.relatedTarget)) tell(({ leave }) => leave())
      },
      { signal },
    )
    if (isInForm(form, document.activeElement)) tell(({ come }) => come())
    if (input.value !== input.defaultValue) tell(({ type }) => type())
    return () => {
      listening.abort()
    }
  }, [field])
}

function enter(event: SubmitEvent, tell: () => void): void {
  event.preventDefault()
  tell()
}

/** Escape leaves the field; arrow down moves on to the buttons below it. */
function press(event: KeyboardEvent, form: HTMLFormElement, input: HTMLInputElement): void {
  if (isInputMethodKey(event)) return
  // Pressed on a button below the field; the field handles Escape itself.
  if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur()
  const buttons = [...form.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const target = buttons[at + step] ?? (at + step < 0 ? input : undefined)
  if (step === 0 || target === undefined) return
  event.preventDefault()
  target.focus()
}

/** Whether an element is in the form around the field. */
export function isInForm(
  form: HTMLElement | null | undefined,
  target: EventTarget | null,
): boolean {
  return target instanceof Node && form?.contains(target) === true
}
