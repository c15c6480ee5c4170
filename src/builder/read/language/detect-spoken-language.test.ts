import { expect, test } from 'vitest'
import { detectSpokenLanguage } from './detect-spoken-language.ts'

test.each([
  ['pt', 'A biblioteca abre aos sábados à tarde e os leitores podem levar os livros para casa.'],
  ['it', 'La biblioteca apre il sabato pomeriggio e i lettori possono portare i libri a casa.'],
  ['nl', 'De bibliotheek is op zaterdagmiddag open en de lezers mogen boeken mee naar huis nemen.'],
  ['pl', 'Biblioteka jest otwarta w sobotę po południu, a czytelnicy mogą zabrać książki do domu.'],
  ['tr', 'Kütüphane cumartesi öğleden sonra açıktır ve okurlar kitapları eve götürebilir.'],
  ['vi', 'Thư viện mở cửa vào chiều thứ bảy và độc giả có thể mượn sách mang về nhà.'],
  [
    'id',
    'Perpustakaan buka pada Sabtu sore karena pembaca bisa membawa pulang buku dan informasi.',
  ],
  ['ms', 'Perpustakaan dibuka pada petang Sabtu kerana pembaca boleh membawa pulang buku sahaja.'],
  ['sv', 'Biblioteket är öppet på lördag eftermiddag och läsarna får ta hem böckerna.'],
  ['bg', 'Библиотеката е отворена в събота следобед и читателите могат да вземат книгите у дома.'],
  ['ka', 'ბიბლიოთეკა ღიაა შაბათს ნაშუადღევს და მკითხველებს შეუძლიათ წიგნების წაღება.'],
  ['en', 'The library is open on Saturday afternoons and readers may take the books home.'],
  ['zh-Hant', '圖書館週六下午對外開放，讀者可以自由借閱。'],
])('a text is in %s: %s', async (language, text) => {
  expect(await detectSpokenLanguage(text)).toBe(language)
})

test.each([
  ['a name', 'Lighthouse Desk Harbour Radio Two'],
  ['Chinese characters that both scripts share beside a name', '城山 Singing Stand Up'],
  [
    'Malay and Indonesian, which it does not tell apart',
    'Perpustakaan umum di tepi laut itu masih ada di sana.',
  ],
  ['nothing', ''],
  [
    'a language that is not known, which looks like others',
    'Umtapo uvulelekile ngoMgqibelo emva kwemini kwaye abafundi banako ukuthatha iincwadi.',
  ],
])('%s tells no language', async (_, text) => {
  expect(await detectSpokenLanguage(text)).toBeUndefined()
})
