import { expect, test } from 'vitest'
import { findTimeCodes } from './time-codes.ts'

const toSeconds = (text: string) => findTimeCodes(text).map(({ seconds }) => seconds)

test.each([
  ['that start at zero', '0:00 Start 1:02 Lamp 1:02:33 Sea', [0, 62, 3753]],
  ['with leading zeros', '00:00 開場00:34 街道07:01 老城', [0, 34, 421]],
  ['glued to Chinese text', '本期內容：00:00開場01:02碼頭', [0, 62]],
  ['in brackets', '[0:00] A (0:47) B 【1:15】C', [0, 47, 75]],
  ['after their titles', 'Start 0:00\nLamp 2:10', [0, 130]],
  ['as ranges, of which the start counts', '0:00-1:20 A 1:20～2:40 B', [0, 80]],
  ['with full-width colons', '0：00 開場 1：30 碼頭', [0, 90]],
  ['that start later, if there are three', '0:12 A 3:41 B 9:07 C', [12, 221, 547]],
  ['that start later, glued', '只有車。02:10魚市05:45圖書館33:00終點', [130, 345, 1980]],
  ['but not two that start later', '0:12 A 3:41 B', []],
  ['but not in descending order', '3:41 A 0:12 B 0:05 C', []],
  ['but not a single one', 'see 3:41', []],
  ['but not the hours of a programme', '逢星期四 8:00 ~ 9:00 pm', []],
  ['but not a timetable', '6:00 起床 7:30 出發 9:00 到達', []],
  ['but not clock times', '上午9:44開始，上午9:45停止，下午 3:12結束', []],
  ['but not the clock of a date', '2020-01-02 0:00:05 and 1:12:13.5', []],
  ['but not scores', 'won 2:1 and 3:2', []],
  ['but not minutes beyond 59 in an hour', '0:00 A 1:75:10 B', []],
])('chapter times are found %s', (_, text, seconds) => {
  expect(toSeconds(text)).toEqual(seconds)
})
