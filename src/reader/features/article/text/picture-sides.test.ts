// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { declareSides, recallSides, rememberSides } from './picture-sides.ts'

const url = 'https://img.example.net/unsized.jpg'

function makePicture(sides: Record<string, number> = {}): HTMLImageElement {
  const picture = document.createElement('img')
  for (const [name, value] of Object.entries(sides)) Object.defineProperty(picture, name, { value })
  return picture
}

test('a picture that was loaded before gets its natural size reserved', () => {
  rememberSides(url, makePicture({ naturalWidth: 800, naturalHeight: 600 }))
  const picture = makePicture()
  declareSides(picture, recallSides(url))
  expect([picture.getAttribute('width'), picture.getAttribute('height')]).toEqual(['800', '600'])
})

test('declared sizes are left alone', () => {
  const picture = makePicture()
  picture.setAttribute('width', '10')
  declareSides(picture, { width: 800, height: 600 })
  expect(picture.hasAttribute('height')).toBe(false)
})

test('a picture without a natural size is not remembered', () => {
  rememberSides(`${url}?empty`, makePicture({ naturalWidth: 0, naturalHeight: 0 }))
  expect(recallSides(`${url}?empty`)).toBeUndefined()
})
