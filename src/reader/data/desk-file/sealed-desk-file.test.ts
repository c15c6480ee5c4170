import { toHex } from '#core/bytes/to-hex.ts'
import { fromBase64 } from '#contract/signing/base64.ts'
import { afterEach, expect, test, vi } from 'vitest'
import { canSeal } from './can-seal.ts'
import { deskFormat, parseDeskFile, writeDeskFile } from './desk-file.ts'
import { DeskFileError } from './desk-file-error.ts'
import { openSealedFile, parseSealedFile, sealDeskFile, sealRounds } from './sealed-desk-file.ts'

const now = 1_700_000_000_000
const archive = { title: 'Harbour news 茶' }
const text = writeDeskFile({ archive, settings: { theme: 'dark' }, entries: [] }, now)
const passphrase = 'seventeen minutes to élevén'
const sealing = sealDeskFile(text, passphrase)

afterEach(() => {
  vi.unstubAllGlobals()
})

async function open(file: string, words: string): Promise<string | undefined> {
  const sealed = await parseSealedFile(file)
  return sealed && openSealedFile(sealed, words)
}

/** Why a file is not opened; the text itself where it is. */
async function tellFault(file: string, words = passphrase): Promise<string | undefined> {
  return open(file, words).catch((error: unknown) => {
    if (error instanceof DeskFileError) return error.fault
    throw error
  })
}

type Fields = Readonly<Record<string, unknown>>

async function readSeal(): Promise<Record<string, string | number>> {
  return JSON.parse(await sealing).sealed
}

function toFile(sealed: Fields): string {
  return JSON.stringify({ format: deskFormat, version: 1, sealed })
}

/** As `data` with its first byte changed. */
function toOther(data: string | number | undefined): string {
  return `${String(data).startsWith('A') ? 'B' : 'A'}${String(data).slice(1)}`
}

test('S28 a sealed file says nothing of what it holds, and its passphrase opens it, however that was typed', async () => {
  const file = await sealing
  expect(file).not.toMatch(/harbour|theme|dark|made/i)
  expect((await readSeal())['rounds']).toBe(sealRounds)
  for (const form of ['NFC', 'NFD']) expect(await open(file, passphrase.normalize(form))).toBe(text)
})

test('S28 the same desk is another file every time', async () => {
  const [one, other] = [await readSeal(), JSON.parse(await sealDeskFile(text, passphrase)).sealed]
  for (const field of ['salt', 'iv', 'data']) expect(one[field]).not.toBe(other[field])
})

test('S28 a plain file needs no passphrase, and a sealed one is not read without', async () => {
  expect(await parseSealedFile(text)).toBeUndefined()
  const file = await sealing
  expect(() => parseDeskFile(file, now)).toThrow('damaged')
})

test('S28 a wrong passphrase is told from damage', async () => {
  const [file, seal] = [await sealing, await readSeal()]
  expect(await tellFault(file, 'seventeen minutes')).toBe('passphrase')
  expect(await tellFault(toFile({ ...seal, data: toOther(seal['data']) }))).toBe('damaged')
  expect(await tellFault(file.slice(0, -20))).toBe('damaged')
})

test('S28 data and head that somebody changed with their sum are not opened', async () => {
  const seal = await readSeal()
  const changes: Fields[] = [
    { data: toOther(seal['data']) },
    { rounds: 1 },
    { iv: toOther(seal['iv']) },
  ]
  for (const change of changes) {
    const made: Fields = { ...seal, ...change }
    const names = ['cipher', 'key', 'rounds', 'salt', 'iv']
    const head = JSON.stringify([deskFormat, 1, ...names.map((name) => made[name])])
    const data = fromBase64(String(made['data'])) ?? []
    const all = new Uint8Array([...new TextEncoder().encode(head), ...data])
    const sum = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', all)))
    expect(await tellFault(toFile({ ...made, sum }))).toBe('passphrase')
  }
})

test.each<[string, Fields, string]>([
  ['endless work', { rounds: 4_000_000_000 }, 'work'],
  ['more rounds than are counted', { rounds: 3_000_001 }, 'work'],
  ['other rounds than were counted', { rounds: 600_001 }, 'damaged'],
  ['no rounds', { rounds: 0 }, 'damaged'],
  ['half a round', { rounds: 0.5 }, 'damaged'],
  ['rounds in words', { rounds: '600000' }, 'damaged'],
  ['another cipher', { cipher: 'ROT13' }, 'damaged'],
  ['a salt that is too short', { salt: 'AAAA' }, 'damaged'],
  ['an iv that is no base64', { iv: '!' }, 'damaged'],
  ['data that are a list', { data: [1, 2] }, 'damaged'],
  ['no sum', { sum: '' }, 'damaged'],
])('S28 a file with %s is refused before anything is derived: %#', async (_name, change, fault) => {
  const derive = vi.spyOn(crypto.subtle, 'deriveKey')
  expect(await tellFault(toFile({ ...(await readSeal()), ...change }))).toBe(fault)
  expect(derive).not.toHaveBeenCalled()
  derive.mockRestore()
})

test('S28 where the browser cannot encrypt, that can be asked before', async () => {
  const file = await sealing
  expect(canSeal()).toBe(true)
  vi.stubGlobal('crypto', {})
  expect(canSeal()).toBe(false)
  // It is still known as what it is.
  expect(await parseSealedFile(file)).toBeDefined()
})
