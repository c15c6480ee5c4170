// @vitest-environment jsdom
import { useRef } from 'react'
import { expect, test } from 'vitest'
import { makeMount } from '#reader/testing/make-mount.ts'
import { useFieldEvents } from './use-field-events.ts'

const mount = makeMount()
const nothing = () => undefined

function Field() {
  const field = useRef<HTMLInputElement>(null)
  useFieldEvents(field, {
    type: nothing,
    compose: nothing,
    enter: nothing,
    come: nothing,
    leave: nothing,
  })
  return (
    <form>
      <input ref={field} aria-label="Search" />
    </form>
  )
}

test.each<[string, KeyboardEventInit, boolean]>([
  ['leaves the field', {}, false],
  ['ends a composition', { isComposing: true }, true],
  // Its event says so no more.
  ['ends a composition in WebKit', { keyCode: 229 }, true],
])('Escape %s', (_, more, isInField) => {
  mount.draw(<Field />)
  const field = mount.box.querySelector('input')
  field?.focus()
  field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, ...more }))
  expect(document.activeElement === field).toBe(isInField)
})
