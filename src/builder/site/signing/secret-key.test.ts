import { expect, test } from 'vitest'
import { parseMinisig } from '#contract/signing/minisig.ts'
import { parsePublicKey, toKeyNumberText } from '#contract/signing/public-key.ts'
import { isSignedBy } from './node-verifier.ts'
import { parseSecretKey, signWith, toSecretKeyText } from './secret-key.ts'

// Made by minisign 0.11: `-G -W`, and `-S -l -c 'signature by a key of this archive' -t 'archive of lamps'`.
const publicKey = 'RWSgMKGbXuiwlI+Z5q121d9YN4n1MVaPiZEvu9ZVM7jotj45k+GU8x0/'
const secretKey = `untrusted comment: minisign encrypted secret key
RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAoDChm17osJSmGdU+RRT4AME+blcVIaxcEiRkmrcU6MSlJ69ALV+7U4+Z5q121d9YN4n1MVaPiZEvu9ZVM7jotj45k+GU8x0/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
`
const text = Buffer.from('Lamps at eleven.\n')
const signature = `untrusted comment: signature by a key of this archive
RWSgMKGbXuiwlKEjNt/6vmnpYLwVP/Yk7JHC5lzfv3Er1JJucezlJw9GQJ98Lr4q7HMjQ3O4ULkInK6ZG090SRmlmIItSMV2zQk=
trusted comment: archive of lamps
M7cgEBkqkURHENEKaMuQfH4hi4lCbeshaE3TUH0AuZQCcnMwXwUYLiF+eTlmvpiGnC0NQJO9+dLhj4TVg04mAA==
`

test('a key and a signature of minisign have the form that is read here', () => {
  const key = parsePublicKey(publicKey)
  expect(key && toKeyNumberText(key)).toBe('94B0E85E9BA130A0')
  const minisig = parseMinisig(signature)
  expect(minisig.number).toEqual(key?.number)
  expect(isSignedBy(key?.key ?? text, minisig.signature, text)).toBe(true)
})

test('signs the same bytes with the key that minisign has made', () => {
  const key = parseSecretKey(secretKey, 'daily.key')
  expect(signWith(key, text, 'archive of lamps').toString()).toBe(signature)
  expect(parseSecretKey(toSecretKeyText(key), 'daily.key')).toEqual(key)
})

test('refuses a key with any other byte', () => {
  const [comment = '', line = ''] = toSecretKeyText(parseSecretKey(secretKey, 'a')).split('\n')
  for (const whole of [
    Buffer.from(secretKey.split('\n')[1] ?? '', 'base64'),
    Buffer.from(line, 'base64'),
  ]) {
    // Nothing in a key that minisign has made tells whether the eight bytes of its number are right.
    for (const at of [0, 2, 4, 62, 93, 94, 125, 126, 157]) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      const damaged = `${comment}\n${bytes.toString('base64')}\n`
      expect(() => parseSecretKey(damaged, 'daily.key')).toThrow(/daily\.key/)
    }
  }
})
