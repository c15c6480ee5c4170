import rows from '#article/messages/rows/zh-Hant.json'
import type { Messages } from '#article/words.ts'
import reader from '#reader/messages/zh-Hant.json'

/** The words of every page in traditional Chinese. */
export const traditionalWords: readonly Messages[] = [reader, rows]
