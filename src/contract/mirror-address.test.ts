import { describe, expect, test } from 'vitest'
import { isMirrorAddress, listMirrorAddresses, mostMirrors } from './mirror-address.ts'

describe('isMirrorAddress', () => {
  test.each([
    'https://mirror.example/',
    'https://mirror.example:8443/news/',
    'https://xn--fiqs8s.example/%E6%96%B0/a_b.c~d-e/',
    'https://192.0.2.7/archive/',
    'http://localhost/',
    'http://127.0.0.1:4173/sub/folder/',
  ])('takes %s', (address) => {
    expect(isMirrorAddress(address)).toBe(true)
    expect(new URL(address).href).toBe(address)
  })

  test.each([
    ['http of another machine', 'http://mirror.example/'],
    ['another scheme', 'ftp://mirror.example/'],
    ['no slash at its end', 'https://mirror.example/news'],
    ['a user name', 'https://keeper@mirror.example/'],
    ['a password', 'https://keeper:word@mirror.example/'],
    ['a query', 'https://mirror.example/?site=news/'],
    ['a fragment', 'https://mirror.example/#news/'],
    ['a source of a policy', "https://mirror.example/;script-src'self'/"],
    ['a comma', 'https://mirror.example/a,b/'],
    ['a space', 'https://mirror.example/a b/'],
    ['a way out of its folder', 'https://mirror.example/news/../'],
    ['capitals in its host', 'https://Mirror.example/'],
    ['a wildcard', 'https://*.example/'],
    ['an address of version 6', 'https://[2001:db8::1]/'],
    ['a host without a domain', 'https://mirror/'],
    ['too much', `https://mirror.example/${'a'.repeat(200)}/`],
  ])('refuses %s', (_name, address) => {
    expect(isMirrorAddress(address)).toBe(false)
  })
})

test('of the mirrors of a manifest, only addresses of mirrors are asked, each once, and not too many', () => {
  const many = Array.from({ length: 20 }, (_, at) => `https://m${at}.example/`)
  expect(listMirrorAddresses(undefined)).toEqual([])
  expect(
    listMirrorAddresses(['https://b.example/', 'http://b.example/', 'https://b.example/']),
  ).toEqual(['https://b.example/'])
  expect(listMirrorAddresses(many)).toEqual(many.slice(0, mostMirrors))
})
