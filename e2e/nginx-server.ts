import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { findFreePort, untilAnswered } from './local-server.ts'

/** What nginx serves: a built site at a path of its own host. */
export interface NginxSite {
  /** Path of the nginx binary. */
  program: string
  /** Folder of the built site. */
  site: string
  /** Path it was built for, with `/` at both ends. */
  base: string
}

export interface NginxServer {
  origin: string
  stop(): Promise<void>
}

/** Starts nginx as a plain child process with the documented configuration. All its files are in a temporary folder. */
export async function startNginx({ program, site, base }: NginxSite): Promise<NginxServer> {
  const home = mkdtempSync(join(tmpdir(), 'broadsheet-nginx-'))
  const place = join(home, 'www', base.slice(1, -1))
  mkdirSync(dirname(place), { recursive: true })
  symlinkSync(resolve(site), place)
  const port = await findFreePort()
  const server = readFileSync('docs/hosts/nginx.conf', 'utf8')
    .replaceAll('/archive/', base)
    .replaceAll('/srv/www', join(home, 'www'))
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
  writeFileSync(join(home, 'nginx.conf'), toConfig(home, server))
  const nginx = spawn(program, ['-p', home, '-c', join(home, 'nginx.conf')], { stdio: 'inherit' })
  const origin = `http://127.0.0.1:${port}`
  await untilAnswered(`${origin}${base}manifest.json`)
  return {
    origin,
    async stop() {
      const ended = once(nginx, 'exit')
      nginx.kill()
      await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function toConfig(home: string, server: string): string {
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `  ${name}_temp_path ${home}/${name};`)
    .join('\n')
  return `daemon off;
master_process off;
pid ${home}/nginx.pid;
error_log ${home}/error.log;
events {}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
${folders}
${server}
}
`
}
