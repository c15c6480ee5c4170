import { deskSignKey, readDeskKey } from './desk-sign.ts'

/** Notes that the site in a folder has a desk on this device, or has none any more. */
export function signDesk(base: string, isThere: boolean): void {
  const others = (readDeskKey(deskSignKey) ?? '').split(' ').filter((other) => other !== base)
  const bases = (isThere ? [...others, base] : others).filter((other) => other !== '')
  writeDeskKey(deskSignKey, bases.join(' '))
}

/** Writes a key, or removes it for an empty text. Where storage is blocked, nothing happens. */
export function writeDeskKey(key: string, text: string): void {
  try {
    if (text === '') globalThis.localStorage.removeItem(key)
    else globalThis.localStorage.setItem(key, text)
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error
  }
}
