import { test as base, type Request } from '@playwright/test'

/** A white pixel: the response to every picture of another host, so that no request leaves the machine. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAusB9Y9Zc2cAAAAASUVORK5CYII=',
  'base64',
)

interface Fixtures {
  /** Requests that would have left for another host, in order. */
  foreignRequests: Request[]
  /** Errors and policy violations the page reported; a test that expects some removes them. */
  complaints: string[]
}

/**
 * Playwright's test with three rules: no request leaves the machine (pictures of other hosts get a pixel), those that would
 * have left are listed, and a console error, an uncaught exception or a policy violation fails the test.
 */
export const test = base.extend<Fixtures>({
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = []
      context.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') {
          complaints.push(`${message.text()} (${message.location().url})`)
        }
      })
      context.on('weberror', (error) => complaints.push(String(error.error())))
      await use(complaints)
      base.expect(complaints).toEqual([])
    },
    { auto: true },
  ],
  // The first page shows rows before the reader has mounted, and a test that opens it wants to use the reader. A test
  // that
  // passes options decides itself what to wait for.
  page: async ({ page, javaScriptEnabled }, provide) => {
    const open = page.goto.bind(page)
    page.goto = async (address, options) => {
      const response = await open(address, options)
      const isReaderComing = javaScriptEnabled && options === undefined
      if (isReaderComing) await page.locator('main.newest').waitFor({ state: 'detached' })
      return response
    }
    await provide(page)
  },
  foreignRequests: [
    async ({ context }, use) => {
      const requests: Request[] = []
      await context.route(
        ({ hostname, protocol }) => hostname !== '127.0.0.1' && protocol !== 'file:',
        async (route, request) => {
          requests.push(request)
          if (request.resourceType() === 'image') {
            await route.fulfill({ contentType: 'image/png', body: pixel })
          } else await route.abort()
        },
      )
      await use(requests)
    },
    { auto: true },
  ],
})

export const expect = base.expect
