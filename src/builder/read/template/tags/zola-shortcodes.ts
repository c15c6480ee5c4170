import { replaceOutsideCode } from '../code-regions.ts'

const value = String.raw`"[^"]{0,1000}"|'[^']{0,1000}'|\x60[^\x60]{0,1000}\x60`
const call = String.raw`([\p{L}_][\w-]{0,60})\s*\(((?:${value}|[^"'\x60{}()]){0,300})\)`
const callMark = new RegExp(String.raw`\{(?:\{|%)-?\s*${call}\s*-?(?:\}|%)\}`, 'u')
const marks = new RegExp(
  String.raw`\{\{-?\s*${call}\s*-?\}\}|\{%-?\s*${call}\s*-?%\}|\{%-?\s*(end)\s*-?%\}`,
  'gu',
)
const argument = new RegExp(
  String.raw`([\w-]+)\s*=\s*(${value}|\[[^\]]{0,1000}\]|[^\s,"'\x60]+)`,
  'g',
)
// As with Hugo, one within a comment sign is to be shown.
const shown = /(\{[{%])\/\*\s*([^]*?)\s*\*\/([}%]\})/g

/** Whether a body has shortcodes as Zola writes them: `{{ name(key="value") }}`. */
export function holdsCalls(body: string): boolean {
  return callMark.test(body)
}

/** Writes Zola's shortcodes outside of code as Hugo has them: `{{< name key="value" >}}`, `{{% name %}}…{{% /name %}}`. */
export function toHugoForm(body: string): string {
  return replaceOutsideCode(body, (source) => {
    const open: string[] = []
    const replaced = source.replace(
      marks,
      (_, name?: string, given?: string, block?: string, inside?: string) => {
        if (name !== undefined) return `{{< ${name}${toArguments(given)} >}}`
        if (block !== undefined) {
          open.push(block)
          return `{{% ${block}${toArguments(inside)} %}}`
        }
        const last = open.pop()
        return last === undefined ? '' : `{{% /${last} %}}`
      },
    )
    return replaced.replace(shown, '$1 $2 $3')
  })
}

function toArguments(written = ''): string {
  return [...written.matchAll(argument)].map(([, name, given]) => ` ${name}=${given}`).join('')
}
