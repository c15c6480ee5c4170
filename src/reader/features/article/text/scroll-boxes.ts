import type { Words } from '#article/words.ts'
import { buildElement } from '../elements/build-element.ts'

const boxed = { table: 'article.table', pre: 'article.code' } as const

/** Puts tables and code into scroll boxes that keyboards reach and screen readers name. */
export function wrapScrollBoxes(root: DocumentFragment, words: Words): void {
  for (const [tag, name] of Object.entries(boxed)) {
    let number = 0
    for (const element of root.querySelectorAll(tag)) {
      if (element.parentElement?.closest(tag)) continue
      number++
      const box = buildElement('div', {
        class: 'scroll-box',
        tabindex: '0',
        role: 'region',
        'aria-label': words(name, { number }),
      })
      element.replaceWith(box)
      box.append(element)
    }
  }
}
