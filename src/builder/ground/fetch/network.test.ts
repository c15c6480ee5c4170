import { createPrivateKey } from 'node:crypto'
import { once } from 'node:events'
import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { patienceMs } from '#testing/patience.ts'
import { makePicture } from '#builder/testing/make-pictures.ts'
import { downloadBytes } from './download-bytes.ts'
import { openPublicNetwork, type Network } from './network.ts'

// Made for this test, valid for `pictures.example` and trusted by nobody.
const key = createPrivateKey({
  key: Buffer.from(
    'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgTbg+M2Fm3tz5s5pACfk4UL0v87zOeeQC' +
      'ntjjjcDpiQmhRANCAASOAdPx84MZJrokotX2VTLYXM5jPeRL4q0bB5MQ+Ib/zSVdA3MjFQDznB93tSTN' +
      'MQ36ghesYA9YDN1RzUjOCeCa',
    'base64',
  ),
  format: 'der',
  type: 'pkcs8',
}).export({ format: 'pem', type: 'pkcs8' })
const cert = `-----BEGIN CERTIFICATE-----
MIIBczCCARmgAwIBAgIBATAKBggqhkjOPQQDAjAbMRkwFwYDVQQDDBBwaWN0dXJl
cy5leGFtcGxlMCAXDTAwMDEwMTAwMDAwMFoYDzIxMDAwMTAxMDAwMDAwWjAbMRkw
FwYDVQQDDBBwaWN0dXJlcy5leGFtcGxlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcD
QgAEjgHT8fODGSa6JKLV9lUy2FzOYz3kS+KtGweTEPiG/80lXQNzIxUA85wfd7Uk
zTEN+oIXrGAPWAzdUc1IzgngmqNMMEowGwYDVR0RBBQwEoIQcGljdHVyZXMuZXhh
bXBsZTAMBgNVHRMEBTADAQH/MB0GA1UdDgQWBBTNqTJMoMwa+8u3egl/w6YD9500
RjAKBggqhkjOPQQDAgNIADBFAiEAypzVjJoxNx7KoszaWkDZ2luWbuhLaOPbdtO2
neF1FUkCIFnrHRhQ3xI29YntR9KOgFcSZl6m8qQUJmlIn3JTNeHm
-----END CERTIFICATE-----
`

const bounds = {
  maxBytes: 100_000,
  timeoutMs: patienceMs,
  userAgent: 'Broadsheet/test',
  accept: 'image/png',
}
const png = makePicture('png')

/** The network of the program, except that every name resolves to this machine. */
async function openNetwork(server: Server): Promise<{ network: Network; port: number }> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const network = openPublicNetwork()
  onTestFinished(() => {
    network.close()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const local = {
    resolve: async () => ['127.0.0.1'],
    isAllowed: (address: string) => address === '127.0.0.1',
    isAllowedPort: () => true,
  }
  return { network: { ...network, ...local }, port }
}

function answering(asked: (string | undefined)[]): RequestListener {
  return (request, response) => {
    asked.push(request.headers.host)
    response.end(png)
  }
}

test('N1 connects to the checked address and sends the name of the host', async () => {
  const asked: (string | undefined)[] = []
  const { network, port } = await openNetwork(createHttpServer(answering(asked)))
  for (const _ of ['first', 'again, on the open connection']) {
    const address = `http://pictures.example:${port}/a.png`
    expect(await downloadBytes(address, bounds, network)).toEqual(png)
  }
  expect(asked).toEqual([`pictures.example:${port}`, `pictures.example:${port}`])
})

test('checks the certificate against the name of the host, not the address', async () => {
  const server = createHttpsServer({ key, cert }, answering([]))
  const { network, port } = await openNetwork(server)
  const trusting: Network = {
    ...network,
    request: (url, options) => network.request(url, { ...options, ca: cert }),
  }
  const fetchFrom = (host: string, way: Network) =>
    downloadBytes(`https://${host}:${port}/a.png`, bounds, way)
  expect(await fetchFrom('pictures.example', trusting)).toEqual(png)
  expect(await fetchFrom('other.example', trusting)).toMatchObject({
    reason: 'connection',
    detail: 'ERR_TLS_CERT_ALTNAME_INVALID',
  })
  expect(await fetchFrom('pictures.example', network)).toMatchObject({
    reason: 'connection',
    detail: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  })
})

test('allows web ports of public addresses only', async () => {
  const network = openPublicNetwork()
  expect([80, 443, 22, 8080].map((port) => network.isAllowedPort(port))).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(network.isAllowed('127.0.0.1')).toBe(false)
  expect(await network.resolve('localhost')).toContainEqual(expect.stringMatching(/^(?:127\.|::1)/))
  network.close()
})
