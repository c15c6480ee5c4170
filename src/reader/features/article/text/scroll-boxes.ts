import type { Words } from '#article/words.ts'
import { buildElement } from '../elements/build-element.ts'

const boxed = { table: 'article.table', pre: 'article.code' } as const

/** Wraps tables and code in scroll boxes that can be focused with the keyboard and have an accessible name. */
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
