import type { Words } from '#article/words.ts'
import { shownDesk } from '#reader/storage/desk/shown-desk.ts'

/** Words that name this device's lists as well, by their ids as keys of the group `saved`. */
export function toDeskWords(words: Words): Words {
  return (key, values) => {
    const [group, list = ''] = key.split('.')
    if (group !== 'saved' || list === 'all') return words(key, values)
    return shownDesk.nameOf?.(list) ?? words('saved.list')
  }
}
