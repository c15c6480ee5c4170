import { describe, expect, test } from 'vitest'
import { simplifiedOnly, traditionalOnly } from './chinese-characters.ts'
import { detectLanguage, detectTitleLanguage, guessLanguage } from './language-detection.ts'

describe('the language of a text', () => {
  test.each([
    ['zh-Hans', '图书馆周六下午对外开放，读者可以自由借阅。'],
    ['zh-Hant', '圖書館週六下午對外開放，讀者可以自由借閱。'],
    ['zh-Hans', '他在《Nature》上发表了 DNA sequencing 的论文'],
    ['zh', '山水有相逢，人生何不同'],
    ['ja', '図書館は土曜日の午後に開いています。'],
    ['ja', 'カメラ'],
    ['ko', '도서관은 토요일 오후에 문을 엽니다.'],
    ['en', 'The library is open on Saturday and you can borrow what you like.'],
    ['fr', 'La bibliothèque est ouverte le samedi et les livres sont dans la salle.'],
    ['de', 'Die Bibliothek ist am Samstag geöffnet und die Bücher sind für alle.'],
    ['es', 'La biblioteca está abierta los sábados y los libros son para todos.'],
    ['ru', 'Библиотека открыта в субботу, вход свободный для всех, кто любит книги.'],
    ['uk', 'Бібліотека відкрита в суботу, її книги для всіх.'],
    ['ar', 'المكتبة مفتوحة يوم السبت بعد الظهر.'],
    ['fa', 'کتابخانه روز شنبه باز است و چای هم دارد.'],
    ['he', 'הספרייה פתוחה בשבת אחר הצהריים.'],
    ['el', 'Η βιβλιοθήκη είναι ανοιχτή το Σάββατο.'],
    ['th', 'ห้องสมุดเปิดวันเสาร์'],
  ])('is %s: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language)
  })

  test.each([
    ['', 'nothing'],
    ['2014-10-12 08:30', 'digits'],
    ['https://example.org/the/and/of/to/in/is/that', 'a URL'],
    ['Canon EOS R5', 'a name'],
    ['💗💗', 'emoji'],
    ['山', 'one character'],
    [
      'पुस्तकालय शनिवार को दोपहर में पाठकों के लिए खुला रहता है (the library is open)',
      'Hindi with English words',
    ],
    ['Номын сан бямба гарагийн үдээс хойш нээлттэй, бүх ном эндээс', 'Mongolian'],
  ])('stays unknown for "%s" (%s)', (text) => {
    expect(detectLanguage(text)).toBeUndefined()
  })

  test('S20 stays unknown for a text of 2.6 million characters without a word', () => {
    const text = 'https://'.repeat(200_000) + 'a'.repeat(1_000_000)
    expect(detectLanguage(text)).toBeUndefined()
  })
})

test('no character counts as both simplified and traditional', () => {
  expect([...simplifiedOnly].filter((character) => traditionalOnly.has(character))).toEqual([])
  // Detection looks characters up by code unit.
  const all = [...simplifiedOnly, ...traditionalOnly]
  expect(all.filter(({ length }) => length > 1)).toEqual([])
})

test.each([
  ['traditional above a simplified text', '颱風過後的海牆', 'zh-Hans', 'zh-Hant'],
  ['simplified above a traditional text', '台风过后的海墙', 'zh-Hant', 'zh-Hans'],
  ['mixed', '颱風过后的海墙', 'zh-Hant', undefined],
  ['with one distinctive character', '海墙', 'zh-Hant', undefined],
  ['in characters common to both scripts', '海上日出', 'zh-Hant', undefined],
  ['English above a Chinese text', 'A letter to the people of the sea', 'zh-Hans', 'en'],
  ['with English words in it', '海墙：the wall of the sea', 'zh-Hans', undefined],
  ['Chinese above an English text', '颱風過後的海牆', 'en', 'zh-Hant'],
  ['in the language of its text', 'The wall of the sea', 'en', undefined],
  ['of a text without language', 'The wall of the sea', undefined, undefined],
])('a title %s', (_, title, text, language) => {
  expect(detectTitleLanguage(title, text)).toBe(language)
})

test.each([
  [
    'a text with many words of one list',
    'The library is open on Saturday and you can borrow what you like.',
    true,
  ],
  ['a text in a script of one language', '도서관은 토요일 오후에 문을 엽니다.', true],
  ['Chinese that both scripts share', '山', true],
  [
    'a text with few words of a list',
    'A biblioteca abre no sábado e o porto está para sempre na cidade antiga do norte, una lua por noite',
    false,
  ],
  ['a text without letters', '2014', false],
])('the guess about %s is sure or not', (_, text, isSure) => {
  expect(guessLanguage(text).isSure).toBe(isSure)
})
