import { describe, expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'

describe('public addresses', () => {
  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.1',
    '192.167.255.255',
    '198.17.255.255',
    '223.255.255.255',
    '2001:4860:4860::8888',
    '2606:4700:4700::1111',
    '2a00:1450:4001:80b::200e',
    '64:ff9b::8.8.8.8',
  ])('%s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})

describe('addresses of this machine, its network and other insides', () => {
  test.each([
    ['this machine', '127.0.0.1'],
    ['this machine, another name', '127.255.255.254'],
    ['this machine, IPv6', '::1'],
    ['any address', '0.0.0.0'],
    ['any address, IPv6', '::'],
    ['a home network', '192.168.1.1'],
    ['a company network', '10.1.2.3'],
    ['a company network, the middle one', '172.16.0.1'],
    ['the end of the middle one', '172.31.255.255'],
    ['a provider’s inside', '100.64.0.1'],
    ['the end of a provider’s inside', '100.127.255.255'],
    ['what a cloud tells its machines', '169.254.169.254'],
    ['what a cloud tells its machines, IPv6', 'fd00:ec2::254'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['a local network, IPv6', 'fc00::1'],
    ['a site, as it was once', 'fec0::1'],
    ['multicast', '224.0.0.1'],
    ['multicast, IPv6', 'ff02::1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['for tests of networks', '198.19.0.1'],
    ['for documents', '203.0.113.7'],
    ['for documents, IPv6', '2001:db8::1'],
    ['IPv4 in IPv6', '::ffff:127.0.0.1'],
    ['IPv4 in IPv6, hexadecimal', '::ffff:7f00:1'],
    ['public IPv4 in IPv6, which no name server gives', '::ffff:8.8.8.8'],
    ['IPv4 in IPv6, the old way', '::127.0.0.1'],
    ['IPv4 behind a translation', '64:ff9b::10.0.0.1'],
    ['IPv4 behind a local translation', '64:ff9b:1::808:808'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001::7f00:1'],
    ['a name', 'localhost'],
    ['nothing', ''],
    ['a number', '2130706433'],
  ])('%s: %s', (_, address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
