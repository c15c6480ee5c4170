import { useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Makes the controls of an element one Tab stop, as the ARIA practices describe a toolbar: Tab reaches its first
 * control, the arrow keys, Home and End move within. Controls that are not shown are passed over; the first one must be
 * shown at every width of the window. The element, or those it joins, need the role `toolbar` and a name.
 */
export function useToolbar<E extends HTMLElement>(): RefObject<E | null> {
  const ref = useRef<E>(null)
  // After every commit: controls come and go. Nothing is measured: that would force the layout of the whole page.
  useLayoutEffect(() => {
    if (ref.current !== null) enter(ref.current)
  })
  useLayoutEffect(() => {
    const bar = ref.current
    if (bar === null) return undefined
    const listening = new AbortController()
    const { signal } = listening
    bar.addEventListener('focusin', () => enter(bar), { signal })
    bar.addEventListener(
      'focusout',
      ({ relatedTarget }) => {
        // Whoever comes back begins at the first control, which every width of the window shows.
        if (!(relatedTarget instanceof Node && bar.contains(relatedTarget))) stopAt(bar, undefined)
      },
      { signal },
    )
    bar.addEventListener('keydown', (event) => move(bar, event), { signal })
    return () => listening.abort()
  }, [])
  return ref
}

function listControls(bar: HTMLElement): HTMLElement[] {
  return [...bar.querySelectorAll<HTMLElement>('a[href], button, input')]
}

function enter(bar: HTMLElement): void {
  const focused = document.activeElement
  stopAt(bar, focused instanceof HTMLElement && bar.contains(focused) ? focused : undefined)
}

/** Leaves one control in the order of Tab. */
function stopAt(bar: HTMLElement, wanted: HTMLElement | undefined): void {
  const controls = listControls(bar)
  const stop = wanted ?? controls.find((control) => !isOpenRadio(control))
  for (const control of controls) control.tabIndex = control === stop ? 0 : -1
}

/** A browser passes over the radio buttons that are not chosen, whatever their place in the order. */
function isOpenRadio(control: HTMLElement): boolean {
  return control instanceof HTMLInputElement && control.type === 'radio' && !control.checked
}

function move(bar: HTMLElement, event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const controls = listControls(bar).filter((control) => control.getClientRects().length > 0)
  const at = controls.findIndex((control) => control === document.activeElement)
  const turned = getComputedStyle(bar).direction === 'rtl' ? -1 : 1
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: (at + turned + controls.length) % controls.length,
    ArrowLeft: (at - turned + controls.length) % controls.length,
    Home: 0,
    End: controls.length - 1,
  }
  const next = controls[steps[event.key] ?? -1]
  if (at === -1 || next === undefined) return
  // A radio button is chosen with Space here; up and down still choose at once.
  event.preventDefault()
  next.focus()
}
