/** What WebKit calls a key that an input method takes, also the one that ends a composition: `isComposing` is false by then. */
const methodKeyCode = 229

/** Whether a key belongs to an input method that is composing, as for Chinese, and means nothing to the page. */
export function isInputMethodKey(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === methodKeyCode
}
