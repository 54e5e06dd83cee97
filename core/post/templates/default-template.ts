/** The talk post Lectern starts with where no posts and no templates teach another. */
export const defaultTemplate = `---
layout: post
title: \${title}
date: \${date}
event: \${event}
tags: [\${1:talk}]
description: \${2}
---

\${slides:Paste the address of your slides here.}

Thank you for coming to my talk at \${event:the event}! The slides are above. If you were there, I would love to hear
what you made of it, and questions that came too late for the room are welcome too.

\${3:What the talk was about, in two or three sentences.}

Here is what I pointed to, for you to follow up:

- [\${4:The first thing I mentioned}][first]
- [\${5:The second thing I mentioned}][second]
- [The code I showed][code]

[first]: \${6:https://}
[second]: \${7:https://}
[code]: \${8:https://}
`
