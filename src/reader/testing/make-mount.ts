import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, vi } from 'vitest'

/** A box in the document and what is drawn into it; both are new for every test. */
export interface Mount {
  readonly box: HTMLElement
  /** Draws an element and waits for its effects. */
  draw: (element: ReactNode) => void
}

/** Gives every test of a file a box of its own to draw into, and takes it away after the test. */
export function makeMount(): Mount {
  let root: Root
  let box: HTMLElement
  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
    box = document.createElement('div')
    document.body.append(box)
    root = createRoot(box)
  })
  afterEach(() => {
    act(() => {
      root.unmount()
    })
    box.remove()
    vi.unstubAllGlobals()
  })
  return {
    get box() {
      return box
    },
    draw: (element) => {
      act(() => {
        root.render(element)
      })
    },
  }
}
