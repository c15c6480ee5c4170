import rows from '#article/messages/rows/zh-Hans.json'
import type { Messages } from '#article/words.ts'
import reader from '../../messages/zh-Hans.json'

export const words: readonly Messages[] = [reader, rows]
