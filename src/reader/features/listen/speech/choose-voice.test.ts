import { expect, test } from 'vitest'
import { makeVoice } from '#reader/testing/fake-speech.ts'
import { chooseVoice } from './choose-voice.ts'

const voices = [
  makeVoice('en-US', 'remote'),
  makeVoice('en-GB'),
  makeVoice('en-US'),
  makeVoice('zh-CN'),
  makeVoice('zh_TW_#Hant'),
  makeVoice('zh-HK'),
  makeVoice('cmn-latn-pinyin'),
  makeVoice('pt-BR'),
  makeVoice('fr-FR', 'remote'),
]

test.each([
  ['en', 'en-GB local'],
  ['en-US', 'en-US local'],
  ['EN_us', 'en-US local'],
  ['en-AU', 'en-GB local'],
  ['zh', 'zh-CN local'],
  ['zh-Hans', 'zh-CN local'],
  ['zh-Hant', 'zh_TW_#Hant local'],
  ['zh-Hant-HK', 'zh-HK local'],
  ['pt-PT', 'pt-BR local'],
  ['fr', undefined],
  ['e', undefined],
  ['', undefined],
])('%j is read by %j', (language, name) => {
  expect(chooseVoice(voices, language, false)?.name).toBe(name)
})

test.each([
  ['fr', 'fr-FR remote'],
  ['en-US', 'en-US local'],
])('with remote voices %j is read by %j', (language, name) => {
  expect(chooseVoice(voices, language, true)?.name).toBe(name)
})
