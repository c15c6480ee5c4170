// @vitest-environment jsdom
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { standInForPopovers } from './popover-stand-in.ts'

const parts = document.createElement('div')
parts.innerHTML = `
  <button popovertarget="menu">Copy…</button>
  <p>Text</p>
  <div id="menu" popover="auto"><button autofocus>Link</button><button>Citation</button></div>`

const find = (selector: string): HTMLElement => {
  const found = parts.querySelector<HTMLElement>(selector)
  if (found === null) throw new Error(`no ${selector}`)
  return found
}

const isOpen = () => find('#menu').dataset['open'] !== undefined

beforeAll(() => {
  document.body.append(parts)
  standInForPopovers()
})

beforeEach(() => {
  find('#menu').hidePopover()
})

describe('where the browser has no popovers', () => {
  test('the button opens the menu at its first entry, and closes it again', () => {
    find('[popovertarget]').click()
    expect(isOpen()).toBe(true)
    expect(document.activeElement?.textContent).toBe('Link')
    find('[popovertarget]').click()
    expect(isOpen()).toBe(false)
  })

  test('the menu takes its place before it is seen', () => {
    const states: string[] = []
    const note = (event: Event) => states.push(`${Object(event).newState} ${String(isOpen())}`)
    find('#menu').addEventListener('beforetoggle', note, { once: true })
    find('#menu').togglePopover()
    expect(states).toEqual(['open false'])
  })

  test.each([
    ['a press elsewhere', () => find('p').click()],
    ['Escape', () => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))],
    ['scrolling', () => document.dispatchEvent(new Event('scroll'))],
  ])('%s closes the menu', (_, close) => {
    find('#menu').togglePopover()
    close()
    expect(isOpen()).toBe(false)
  })

  test('the focus returns to the button', () => {
    find('#menu').togglePopover()
    find('#menu').hidePopover()
    expect(document.activeElement).toBe(find('[popovertarget]'))
  })

  test('a press within the menu leaves it open', () => {
    find('#menu').togglePopover()
    find('#menu button + button').click()
    expect(isOpen()).toBe(true)
  })
})
