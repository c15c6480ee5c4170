import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const text = `---
layout: post
title: "One more evening at the harbour"
date: 2025-03-16T08:00:00.000Z
author: Bench
from: https://bench.example/one-more-evening
tags: [ Bench ]
categories: [ Bench ]
---
<!--1742112000000-->
[One more evening at the harbour](https://bench.example/one-more-evening)
------

<div>
<p>The last ferry leaves at ten, and the lamps along the quay are lit one after another.</p>
</div>
`

/** Adds the newest post to a folder of posts; the function it gives takes it away again. */
export function addPost(folder: string): () => void {
  const file = join(folder, '_posts', '2025-03-16-One more evening at the harbour.md')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return () => rmSync(file)
}
