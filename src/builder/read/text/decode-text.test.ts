import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { doubleWork } from '#testing/count-work.ts'
import { decodeText } from './decode-text.ts'

/** Returns the text and the number of warnings. */
function decode(bytes: Uint8Array): [string, number] {
  const { text, warnings } = decodeText(bytes)
  return [text, warnings.length]
}

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16le = (text: string) => Buffer.from(text, 'utf16le')
const bytes = (...values: number[]) => Uint8Array.from(values)

describe('B12 a post in UTF-8', () => {
  test.each<[string, Uint8Array, string]>([
    ['is read unchanged', utf8('---\n标题 é 🚢\n'), '---\n标题 é 🚢\n'],
    ['loses its byte order mark', bytes(0xef, 0xbb, 0xbf, 0x61), 'a'],
    ['loses its carriage returns', utf8('a\r\nb\rc\n'), 'a\nb\nc\n'],
    ['loses control characters but not tabs', utf8('a\0b\u0007\u001bc\u007fd\te'), 'abcd\te'],
    ['keeps a replacement character of its own', utf8('a\ufffdb'), 'a\ufffdb'],
    ['may declare anything', utf8('<meta charset="gb2312">题'), '<meta charset="gb2312">题'],
    ['may be empty', bytes(), ''],
  ])('%s', (_, given, text) => {
    expect(decode(given)).toEqual([text, 0])
  })

  test.each<[string, Uint8Array, string]>([
    ['broken bytes', bytes(0xff), ''],
    ['broken bytes, whatever it declares', bytes(0xff), '<meta charset="gbk">'],
  ])('B12 gets U+FFFD and one warning with its line for %s', (_, broken, declared) => {
    const { text, warnings } = decodeText(
      Buffer.concat([utf8(`题题${declared}\nok\n标`), broken, utf8('题 end')]),
    )
    expect(text).toBe(`题题${declared}\nok\n标\ufffd题 end`)
    expect(warnings).toMatchObject([{ field: 'encoding', line: 3 }])
  })

  test('whose only character beyond ASCII is cut gets U+FFFD, not two others', () => {
    const { text, warnings } = decodeText(
      Buffer.concat([utf8('a '), bytes(0xe2, 0x80), utf8(' b')]),
    )
    expect(text).toBe('a \ufffd b')
    expect(warnings[0]?.reason).toContain('not UTF-8')
  })

  test('round-trips any text without control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replace(/[\p{Cc}\ufeff]/gu, '')
        expect(decode(utf8(plain))).toEqual([plain, 0])
      }),
    )
  })
})

describe('B12 text in two or four bytes a character is read, with a warning that names it', () => {
  // 一 and 〇 have a zero where ASCII has its letter.
  const text = '---\ntitle: 一〇一 灯塔 🚢\n---\n'
  const utf32 = (isLittle: boolean) => {
    const points = Array.from(`\ufeff${text}`, (character) => character.codePointAt(0) ?? 0)
    const view = new DataView(new ArrayBuffer(points.length * 4))
    for (const [at, point] of points.entries()) view.setUint32(at * 4, point, isLittle)
    return new Uint8Array(view.buffer)
  }
  test.each<[string, Uint8Array]>([
    ['UTF-16LE', utf16le(`\ufeff${text}`)],
    ['UTF-16BE', utf16le(`\ufeff${text}`).swap16()],
    ['UTF-16LE', utf16le(text)],
    ['UTF-16BE', utf16le(text).swap16()],
    ['UTF-32LE', utf32(true)],
    ['UTF-32BE', utf32(false)],
  ])('%s', (encoding, given) => {
    const { text: read, warnings } = decodeText(given)
    expect(read).toBe(text)
    expect(warnings).toMatchObject([
      {
        field: 'encoding',
        reason: `The file is in ${encoding}, not in UTF-8; it was read as that.`,
      },
    ])
    expect(warnings[0]?.hint).toContain(`iconv -f ${encoding}`)
  })

  test('ISO-2022-JP, whose bytes are all ASCII', () => {
    const given = Buffer.concat([
      utf8('a: '),
      bytes(0x1b, 0x24, 0x42, 0x45, 0x74, 0x1b, 0x28, 0x42),
    ])
    expect(decode(given)).toEqual(['a: 灯', 1])
  })
})

/** Text about a lighthouse and its keeper in older encodings, each as hexadecimal bytes. */
const samples: readonly [label: string, text: string, hex: string][] = [
  [
    'gbk',
    '渔民们一直等到早晨，等看守人修好傍晚在港口上方熄灭的旧灯。没有一条船出海。.',
    'd3e6c3f1c3c7d2bbd6b1b5c8b5bdd4e7b3bfa3acb5c8bfb4cad8c8cbd0debac3b0f8cdedd4dab8dbbfdac9cfb7bdcfa8c3f0b5c4bec9b5c6a1a3c3bbd3d0d2bbccf5b4acb3f6baa3a1a32e',
  ],
  [
    'big5',
    '漁民們一直等到早晨，等看守人修好傍晚在港口上方熄滅的舊燈。沒有一條船出海。.',
    'baaea5c1adcca440aabdb5a5a8eca6adb1e1a141b5a5acdda675a448add7a66eb3c4b1dfa662b4e4a466a457a4e8bab6b7c0aabac2c2bf4fa143a853a6b3a440b1f8b2eea558aefca1432e',
  ],
  [
    'shift_jis',
    '漁師たちは朝まで待った。夕方に港の上で消えた古いランプを番人が直すまで、船は一隻も出なかった。.',
    '8b998e7482bd82bf82cd92a982dc82c591d282c182bd8142975b95fb82c98d6082cc8fe382c58fc182a682bd8cc382a283898393837682f094d4906c82aa92bc82b782dc82c58141914482cd88ea90c782e08f6f82c882a982c182bd81422e',
  ],
  [
    'euc-jp',
    '漁師たちは朝まで待った。夕方に港の上で消えた古いランプを番人が直すまで、船は一隻も出なかった。.',
    'b5f9bbd5a4bfa4c1a4cfc4aba4dea4c7c2d4a4c3a4bfa1a3cdbccafda4cbb9c1a4cebee5a4c7bec3a4a8a4bfb8c5a4a4a5e9a5f3a5d7a4f2c8d6bfcda4acc4bea4b9a4dea4c7a1a2c1a5a4cfb0ecc0c9a4e2bdd0a4caa4aba4c3a4bfa1a32e',
  ],
  [
    'euc-kr',
    '어부들은 저녁에 항구 위에서 꺼진 낡은 등불을 등대지기가 고칠 때까지 아침까지 기다렸다.',
    'beeebaceb5e9c0ba20c0fab3e1bfa120c7d7b1b820c0a7bfa1bcad20b2a8c1f820b3b0c0ba20b5eebad2c0bb20b5eeb4ebc1f6b1e2b0a120b0edc4a520b6a7b1eec1f620bec6c4a7b1eec1f620b1e2b4d9b7c8b4d92e',
  ],
  [
    'windows-1251',
    'Вечером над гаванью погас маяк, и рыбаки до утра ждали, пока сторож починит старую лампу.',
    'c2e5f7e5f0eeec20ede0e420e3e0e2e0edfcfe20efeee3e0f120ece0ffea2c20e820f0fbe1e0eae820e4ee20f3f2f0e020e6e4e0ebe82c20efeeeae020f1f2eef0eee620efeef7e8ede8f220f1f2e0f0f3fe20ebe0eceff32e',
  ],
  [
    'koi8-r',
    'Вечером над гаванью погас маяк, и рыбаки до утра ждали, пока сторож починит старую лампу.',
    'f7c5dec5d2cfcd20cec1c420c7c1d7c1ced8c020d0cfc7c1d320cdc1d1cb2c20c920d2d9c2c1cbc920c4cf20d5d4d2c120d6c4c1ccc92c20d0cfcbc120d3d4cfd2cfd620d0cfdec9cec9d420d3d4c1d2d5c020ccc1cdd0d52e',
  ],
  [
    'windows-1252',
    'Für die Fischer war es eine lange Nacht: Über dem Hafen erlosch das Licht, und der Wärter flickte die große Lampe.',
    '46fc72206469652046697363686572207761722065732065696e65206c616e6765204e616368743a20dc6265722064656d20486166656e2065726c6f73636820646173204c696368742c20756e64206465722057e47274657220666c69636b7465206469652067726fdf65204c616d70652e',
  ],
  [
    'windows-1252',
    'Les pêcheurs ont attendu l’aube : « qui réparera la lampe du phare ? »',
    '4c65732070ea636865757273206f6e7420617474656e6475206c9261756265203a20ab207175692072e9706172657261206c61206c616d7065206475207068617265203f20bb',
  ],
  [
    'windows-1250',
    'Rybacy czekali do świtu, aż latarnik naprawi starą lampę, która zgasła nad portem późnym wieczorem.',
    '52796261637920637a656b616c6920646f209c776974752c2061bf206c617461726e696b206e6170726177692073746172b9206c616d70ea2c206b74f37261207a676173b361206e616420706f7274656d2070f39f6e796d20776965637a6f72656d2e',
  ],
  [
    'iso-8859-2',
    'Rybacy czekali do świtu, aż latarnik naprawi starą lampę, która zgasła nad portem późnym wieczorem.',
    '52796261637920637a656b616c6920646f20b6776974752c2061bf206c617461726e696b206e6170726177692073746172b1206c616d70ea2c206b74f37261207a676173b361206e616420706f7274656d2070f3bc6e796d20776965637a6f72656d2e',
  ],
  [
    'windows-1253',
    'Οι ψαράδες περίμεναν ως το πρωί να επισκευάσει ο φύλακας την παλιά λάμπα που έσβησε το βράδυ πάνω από το λιμάνι.',
    'cfe920f8e1f1dce4e5f220f0e5f1dfece5ede1ed20f9f220f4ef20f0f1f9df20ede120e5f0e9f3eae5f5dcf3e5e920ef20f6fdebe1eae1f220f4e7ed20f0e1ebe9dc20ebdcecf0e120f0eff520ddf3e2e7f3e520f4ef20e2f1dce4f520f0dcedf920e1f0fc20f4ef20ebe9ecdcede92e',
  ],
  [
    'windows-1254',
    'Balıkçılar, akşam limanın üstünde sönen eski lambayı bekçi onarsın diye sabaha kadar beklediler.',
    '42616cfd6be7fd6c61722c20616bfe616d206c696d616efd6e20fc7374fc6e64652073f66e656e2065736b69206c616d626179fd2062656be769206f6e617273fd6e206469796520736162616861206b616461722062656b6c6564696c65722e',
  ],
  [
    'windows-1255',
    'הדייגים חיכו עד הבוקר שהשומר יתקן את המנורה הישנה שכבתה בערב מעל הנמל.',
    'e4e3e9e9e2e9ed20e7e9ebe520f2e320e4e1e5f7f820f9e4f9e5eef820e9faf7ef20e0fa20e4eef0e5f8e420e4e9f9f0e420f9ebe1fae420e1f2f8e120eef2ec20e4f0eeec2e',
  ],
  [
    'windows-1256',
    'انتظر الصيادون حتى الصباح أن يصلح الحارس المصباح القديم الذي انطفأ مساء فوق الميناء.',
    'c7e4cad9d120c7e1d5edc7cfe6e420cdcaec20c7e1d5c8c7cd20c3e420edd5e1cd20c7e1cdc7d1d320c7e1e3d5c8c7cd20c7e1decfede320c7e1d0ed20c7e4d8ddc320e3d3c7c120dde6de20c7e1e3ede4c7c12e',
  ],
  [
    'windows-1257',
    'Žvejai laukė iki ryto, kol sargas pataisys seną lempą, kuri vakare užgeso virš uosto.',
    'de76656a6169206c61756beb20696b69207279746f2c206b6f6c207361726761732070617461697379732073656ee0206c656d70e02c206b7572692076616b6172652075fe6765736f20766972f020756f73746f2e',
  ],
  [
    'windows-1258',
    'Đêm qua tàu ra khơi, trăng lên trên câu và sương.',
    'd0ea6d207175612074e075207261206b68f5692c207472e36e67206cea6e207472ea6e2063e2752076e02073fdf56e672e',
  ],
  [
    'windows-874',
    'ชาวประมงรอจนถึงเช้าให้คนเฝ้าซ่อมตะเกียงเก่าที่ดับลงเหนือท่าเรือในตอนเย็น ไม่มีเรือออกทะเลเลย.',
    'aad2c7bbc3d0c1a7c3cda8b9b6d6a7e0aae9d2e3cbe9a4b9e0bde9d2abe8cdc1b5d0e0a1d5c2a7e0a1e8d2b7d5e8b4d1bac5a7e0cbb9d7cdb7e8d2e0c3d7cde3b9b5cdb9e0c2e7b920e4c1e8c1d5e0c3d7cdcdcda1b7d0e0c5e0c5c22e',
  ],
]

describe('B12 another encoding is read as the file declares it', () => {
  const declarations: readonly [string, (label: string) => string][] = [
    ['meta charset', (label) => `<meta charset="${label}">`],
    [
      'meta content',
      (label) => `<meta http-equiv=Content-Type content='text/html; charset=${label}'>`,
    ],
    ['an XML declaration', (label) => `<?xml version="1.0" encoding="${label}"?>`],
    ['front matter', (label) => `---\ncharset: ${label}\n---\n`],
    ['a line for an editor', (label) => `<!-- -*- coding: ${label} -*- -->`],
  ]
  test.each(
    samples.flatMap(([label, text, hex], at) => {
      const [kind, declare] = declarations[at % declarations.length] ?? ['', String]
      return [[label, kind, text, hex, declare(label)] as const]
    }),
  )('%s in %s', (_, __, text, hex, declared) => {
    const given = Buffer.concat([utf8(`${declared}\n`), Buffer.from(hex, 'hex')])
    const { text: read, warnings } = decodeText(given)
    expect(read).toBe(`${declared}\n${text}`)
    expect(warnings).toMatchObject([
      { field: 'encoding', reason: expect.stringMatching(/^The file is in \S+, as it declares/) },
    ])
  })

  test('unless its bytes cannot be in that', () => {
    const [, text, hex] = samples.find(([label]) => label === 'big5') ?? samples[0] ?? ['', '', '']
    const given = Buffer.concat([utf8('<meta charset=euc-jp>\n'), Buffer.from(hex, 'hex')])
    expect(decodeText(given).text).toContain(text)
  })

  test.each(samples.filter(([label]) => /^(?:gbk|big5|euc-|shift|windows-125[1356])/.test(label)))(
    'unless it declares Latin letters and hardly has any: %s',
    (_, text, hex) => {
      const given = Buffer.concat([
        utf8('---\ntitle: A\n---\n<meta charset="iso-8859-1">\n<p>'),
        Buffer.from(hex, 'hex'),
        utf8('</p>\n'),
      ])
      const { text: read, warnings } = decodeText(given)
      expect(read).toContain(`<p>${text}</p>`)
      expect(warnings).toMatchObject([{ reason: expect.stringContaining('declares Latin') }])
    },
  )

  test('with the bytes that are broken in it as U+FFFD and a second warning', () => {
    const [, , hex] = samples[0] ?? ['', '', '']
    const given = Buffer.concat([
      utf8('<meta charset=gbk>\n'),
      Buffer.from(hex.repeat(4), 'hex'),
      bytes(0x81, 0x20),
    ])
    const { text, warnings } = decodeText(given)
    expect(text).toContain('\ufffd')
    expect(warnings.map(({ line }) => line)).toEqual([undefined, 2])
  })
})

describe('B12 an encoding that is not declared is told by the bytes', () => {
  test('koi8-u, which the detector takes for koi8-r', () => {
    const text =
      'Увечері над гаванню згас маяк, і рибалки її до ранку чекали, поки сторож полагодить стару лампу.'
    const hex =
      'f5d7c5dec5d2a620cec1c420c7c1d7c1cecec020dac7c1d320cdc1d1cb2c20a620d2c9c2c1cccbc920a7a720c4cf20d2c1cecbd520dec5cbc1ccc92c20d0cfcbc920d3d4cfd2cfd620d0cfccc1c7cfc4c9d4d820d3d4c1d2d520ccc1cdd0d52e'
    expect(decodeText(Buffer.from(hex, 'hex')).text).toBe(text)
  })

  test.each(samples.filter(([label]) => !/-125[78]$/.test(label)))('%s', (_, text, hex) => {
    const head = '---\nlayout: post\nfrom: https://example.org/a\n---\n<p>'
    const given = Buffer.concat([utf8(head), Buffer.from(hex, 'hex'), utf8('</p>')])
    const { text: read, warnings } = decodeText(given)
    expect(read).toBe(`${head}${text}</p>`)
    expect(warnings).toMatchObject([{ reason: expect.stringContaining('seems to be in') }])
  })

  test.each([
    ['caf\u00e9', 'café'],
    ['\u0093Quoted\u0094 \u0096 10 \u0080', '“Quoted” – 10 €'],
    ['Les \u00e9l\u00e8ves, o\u00f9 No\u00ebl', 'Les élèves, où Noël'],
  ])('%s, which has few bytes beyond ASCII, is windows-1252', (latin1, text) => {
    expect(decode(Buffer.from(latin1, 'latin1'))).toEqual([text, 1])
  })
})

test('S20 reads two million broken bytes, twice as many with at most twice the work', () => {
  expect(
    doubleWork(1_000_000, (count) => decodeText(new Uint8Array(count).fill(0xe5))),
  ).toBeLessThan(2.5)
})
