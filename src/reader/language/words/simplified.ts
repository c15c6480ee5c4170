import rows from '#article/messages/rows/zh-Hans.json'
import type { Messages } from '#article/words.ts'
import reader from '#reader/messages/zh-Hans.json'

/** The words of every page in simplified Chinese. */
export const simplifiedWords: readonly Messages[] = [reader, rows]
