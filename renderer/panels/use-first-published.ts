import { useEffect, useState } from 'react'
import { useLectern } from '../app/lectern-context.ts'
import { readShape } from '../state/file-shape.ts'

/** The post as its readers first saw it; undefined until the host answers, and where nobody saw it yet. */
export function useFirstPublished(path: string | undefined): string | undefined {
  const { connection, host } = useLectern()
  const [first, setFirst] = useState<{ readonly path: string; readonly text: string | undefined }>()
  useEffect(() => {
    if (path === undefined) return
    let current = true
    const ask = (): void => {
      // A history that cannot be read tells nothing; the updates stand without it.
      host.firstPublished(path).then(
        source => current && setFirst({ path, text: source && readShape(source).text }),
        () => current && setFirst({ path, text: undefined }),
      )
    }
    ask()
    const end = connection.events(event => {
      if (event.type === 'publish-changed') ask()
    })
    return () => {
      current = false
      end()
    }
  }, [connection, host, path])
  return first?.path === path ? first?.text : undefined
}
