import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { runMain } from '#builder/testing/run-main.ts'
import { cacheRules } from './cache-rule.ts'
import { crossOriginHeader, crossOriginPatterns } from './cross-origin.ts'
import { toSecurityHeaders } from './headers-file.ts'

const read = (path: string) => readFile(new URL(`../../../../${path}`, import.meta.url), 'utf8')

interface Step {
  uses?: string
  run?: string
  id?: string
  with?: Record<string, unknown>
  env?: Record<string, string>
}

async function readWorkflow() {
  return parse(await read('docs/hosts/github-pages.yml')) as {
    on: Record<string, unknown>
    permissions: Record<string, string>
    env: Record<string, string>
    jobs: Record<string, { needs?: string; steps: Step[] }>
  }
}

describe('the workflow for GitHub Pages', () => {
  test('uses only options and commands that exist', async () => {
    const { jobs } = await readWorkflow()
    const build = jobs['build']?.steps.find(({ run }) => run?.includes('broadsheet --'))
    const [, command = '', args = ''] = /broadsheet -- (\w+) (.*)$/.exec(build?.run ?? '') ?? []
    const { out: help } = await runMain([command, '--help'])
    const options = args.match(/--[a-z-]+/g) ?? []
    expect(options).toEqual(['--out', '--origin', '--base', '--redirects'])
    for (const option of options) expect(help).toContain(`${option} <`)
    const scripts = JSON.parse(await read('package.json')) as { scripts: Record<string, string> }
    expect(scripts.scripts).toHaveProperty('broadsheet')
    const used = [...args.matchAll(/\$([A-Z]+)/g)].map(([, name = '']) => name)
    expect(Object.keys(build?.env ?? {}).toSorted()).toEqual(used.toSorted())
  })

  test('has only the permissions it needs, orders its steps, and refers only to steps that exist', async () => {
    const { on, permissions, env, jobs } = await readWorkflow()
    expect(on).toHaveProperty('push')
    expect(permissions).toEqual({ contents: 'read', pages: 'write', 'id-token': 'write' })
    const steps = jobs['build']?.steps ?? []
    expect(steps.flatMap(({ uses }) => uses?.replace(/@v\d+$/, '') ?? [])).toEqual([
      'actions/checkout',
      'actions/checkout',
      'actions/setup-node',
      'actions/configure-pages',
      'actions/cache',
      'actions/upload-pages-artifact',
    ])
    expect(jobs['deploy']).toMatchObject({ needs: 'build' })
    expect(jobs['deploy']?.steps[0]?.uses).toMatch(/^actions\/deploy-pages@v\d+$/)
    const text = await read('docs/hosts/github-pages.yml')
    for (const [, id = ''] of text.matchAll(/steps\.(\w+)\.outputs/g)) {
      expect([...steps, ...(jobs['deploy']?.steps ?? [])].map((step) => step.id)).toContain(id)
    }
    for (const [, name = ''] of text.matchAll(/\benv\.(\w+)/g)) expect(env).toHaveProperty(name)
    // Untrusted text must reach a shell as a variable, never by interpolation.
    for (const { run = '' } of steps) expect(run).not.toContain('${{')
  })
})

test('the nginx example sets the same headers as `_headers`', async () => {
  const config = await read('docs/hosts/nginx.conf')
  expect(config).toContain(`default "${cacheRules.mutable}"`)
  expect(config.match(new RegExp(cacheRules.immutable, 'g'))).toHaveLength(2)
  const { 'Content-Security-Policy': policy = '', ...others } = toSecurityHeaders({ base: '/' })
  const [ancestors = ''] = /frame-ancestors '[^']+'/.exec(policy) ?? ['none']
  expect(config).toContain(`add_header Content-Security-Policy "${ancestors}" always;`)
  for (const [name, value] of Object.entries(others)) {
    expect(config).toContain(`add_header ${name} ${value} always;`)
  }
})

test('the nginx example lets other hosts read the same files as `_headers` does', async () => {
  const config = await read('docs/hosts/nginx.conf')
  const { name } = crossOriginHeader
  expect(config).toContain(`add_header ${name} $broadsheet_cross_origin always;`)
  const [, map = ''] = /map \$uri \$broadsheet_cross_origin \{([^}]*)\}/.exec(config) ?? []
  const allowed = [...map.matchAll(/"~(\S+)" "\*";/g)].map(([, source = '']) => new RegExp(source))
  const isAllowed = (path: string) => allowed.some((one) => one.test(`/archive/${path}`))
  for (const pattern of crossOriginPatterns) {
    expect(isAllowed(pattern.replace('*', 'timeline/a.json'))).toBe(true)
  }
  for (const path of ['', 'index.html', 'assets/index-aaaaaaaa.js', 'sw.js', 'posts/data/']) {
    expect(isAllowed(path)).toBe(false)
  }
})

test('the pages about hosts name only options that exist', async () => {
  const { out: help } = await runMain(['build', '--help'])
  const own = (await read('docs/hosts.md')).matchAll(/`(--[a-z-]+)[^`]*`/g)
  const options = new Set([...own].map(([, option = '']) => option))
  const known = new Set(help.match(/--[a-z-]+/g))
  expect([...options].filter((option) => !known.has(option))).toEqual(['--delete'])
})
