import rows from '#article/messages/rows/zh-Hant.json'
import type { Messages } from '#article/words.ts'
import reader from '../../messages/zh-Hant.json'

export const words: readonly Messages[] = [reader, rows]
