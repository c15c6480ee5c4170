import { isFreeKey } from '#reader/ui/use-keys.ts'
import { toKeyName } from '#reader/ui/key-name.ts'

const keys: Readonly<Record<string, string>> = { s: 'saved', m: 'read', a: 'lists' }

/** Has s save the post of the row that has the focus, m mark it as read and a put it on lists: by the buttons of that row. */
export function listenToRowKeys(): void {
  document.addEventListener('keydown', (event) => {
    const what = keys[toKeyName(event)]
    if (what === undefined || !isFreeKey(event)) return
    const row = document.activeElement?.closest('[data-ordinal]')
    row?.querySelector<HTMLElement>(`[data-desk="${what}"]`)?.click()
  })
}
