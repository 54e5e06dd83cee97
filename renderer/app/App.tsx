import { useEffect } from 'react'
import { BesidePane } from '../beside/BesidePane.tsx'
import { PostHeader } from '../beside/PostHeader.tsx'
import { EditorPane } from '../editor/EditorPane.tsx'
import { Library } from '../library/Library.tsx'
import { PreviewPane } from '../preview/PreviewPane.tsx'
import { useLinkClicks } from '../links/use-link-clicks.ts'
import { usePostDrop } from '../links/use-post-drop.ts'
import { useFileDrop } from '../library/use-file-drop.ts'
import { usePictureDrop } from '../pictures/use-picture-drop.ts'
import { useProblemMarks } from '../problems/use-problem-marks.ts'
import { useLinks } from '../preview/use-links.ts'
import { useCopiedAddress } from '../share/use-copied-address.ts'
import { useSpellingMenu } from '../spelling/use-spelling-menu.ts'
import { useFields, useStore } from '../state/use-store.ts'
import styles from './App.module.css'
import { ConnectionNotice } from './ConnectionNotice.tsx'
import { Divider } from './Divider.tsx'
import type { Lectern } from './lectern.ts'
import { LecternContext } from './lectern-context.ts'
import { Messages } from './Messages.tsx'
import { OpenDialogs } from './OpenDialogs.tsx'
import { SidePanel } from './SidePanel.tsx'
import { StatusBar } from './StatusBar.tsx'
import { TopBar } from './TopBar.tsx'
import { useApplicationMenu } from './use-application-menu.ts'
import { useCommandKeys } from './use-command-keys.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { layoutKeys, useLayout } from './use-layout.ts'
import { useTheme } from './use-theme.ts'

/** All of the window is about the post that the writer is at work in; each pane is about its own. */
export interface AppProps {
  readonly lectern: Lectern
  /** Called once the window hears its keys. */
  readonly onMounted: () => void
}

export function App({ lectern, onMounted }: AppProps) {
  useStore(lectern.beside)
  return (
    <LecternContext value={lectern.beside.current()}>
      <Window lectern={lectern} onMounted={onMounted} />
    </LecternContext>
  )
}

/** The one window: bar, panes, status; above them whatever dialog is open. */
function Window({ lectern, onMounted }: AppProps) {
  useCommandKeys(lectern)
  useEffect(onMounted, [onMounted])
  useLinks(lectern)
  useProblemMarks(lectern)
  usePictureDrop(lectern)
  useLinkClicks(lectern)
  usePostDrop(lectern)
  useFileDrop(lectern)
  useSpellingMenu(lectern)
  useCopiedAddress(lectern)
  useApplicationMenu(lectern)
  useKeptFocus(lectern)
  useTheme(lectern.settings)
  useFlushOnLeave(lectern)
  return (
    <div className={styles.window}>
      <TopBar />
      <ConnectionNotice />
      <Panes lectern={lectern} />
      <StatusBar />
      <OpenDialogs />
      <Messages />
    </div>
  )
}

function Panes({ lectern }: { readonly lectern: Lectern }) {
  const { settings, beside } = lectern
  const { isOpen } = useStore(beside)
  const second = isOpen ? beside.lectern() : undefined
  const layout = useLayout(settings)
  const set = (key: keyof typeof layoutKeys) => (value: number) =>
    settings.set('user', layoutKeys[key], value)
  return (
    <div className={styles.panes}>
      {layout.libraryOpen && (
        <nav
          className={styles.library}
          style={{ width: paneWidth(layout.libraryWidth, '30vw') }}
          aria-label="Library"
          data-pane="library"
        >
          <Library />
          <Divider
            label="Width of the list"
            value={layout.libraryWidth}
            min={180}
            max={480}
            step={16}
            perPixel={() => 1}
            onChange={set('libraryWidth')}
            onReset={() => set('libraryWidth')(264)}
          />
        </nav>
      )}
      <main className={styles.post} data-view={layout.view} aria-label="Post">
        <div
          className={styles.editor}
          style={{ flexGrow: layout.view === 'both' ? growth(layout.editorShare) : 1 }}
          data-pane="editor"
          hidden={layout.view === 'preview'}
          onFocusCapture={() => beside.makeCurrent(false)}
        >
          <LecternContext value={lectern}>
            <EditorPane header={second && <PostHeader />} />
          </LecternContext>
        </div>
        {layout.view === 'both' && (
          <Divider
            label="Width of the editor"
            value={layout.editorShare}
            min={0.2}
            max={0.8}
            step={0.03}
            perPixel={sharePerPixel}
            onChange={set('editorShare')}
            onReset={() => set('editorShare')(0.5)}
          />
        )}
        <div
          className={styles.preview}
          style={{ flexGrow: layout.view === 'both' ? growth(1 - layout.editorShare) : 1 }}
          data-pane="preview"
          hidden={layout.view === 'editor' || second !== undefined}
        >
          <LecternContext value={lectern}>
            <PreviewPane visible={layout.view !== 'editor' && !second} />
          </LecternContext>
        </div>
        {second && (
          <div
            className={styles.preview}
            style={{ flexGrow: layout.view === 'both' ? growth(1 - layout.editorShare) : 1 }}
            data-pane="beside"
            hidden={layout.view === 'editor'}
            onFocusCapture={() => beside.makeCurrent(true)}
          >
            <BesidePane lectern={second} />
          </div>
        )}
      </main>
      {layout.panel !== '' && (
        <aside
          className={styles.panel}
          style={{ width: paneWidth(layout.panelWidth, '40vw') }}
          aria-label="Side panel"
          data-pane="panel"
        >
          <Divider
            label="Width of the side panel"
            value={layout.panelWidth}
            min={240}
            max={560}
            step={16}
            perPixel={() => -1}
            onChange={set('panelWidth')}
            onReset={() => set('panelWidth')(320)}
          />
          <SidePanel selected={layout.panel} />
        </aside>
      )}
    </div>
  )
}

/** As the writer dragged it; larger text makes it wider, up to its part of the window. */
function paneWidth(width: number, most: string): string {
  return `max(${width}px, min(${width / 16}rem, ${most}))`
}

/** A share as what it grows by: a whole number of times, so that one left alone takes all the room. */
function growth(share: number): number {
  return share * 100
}

/** How much of the post's room one pixel is. */
function sharePerPixel(): number {
  return 1 / (document.querySelector<HTMLElement>(`.${styles.post}`)?.clientWidth ?? 1000)
}

/** Saves what waits when the window goes out of sight or is closed. */
function useFlushOnLeave(lectern: Lectern): void {
  const { path } = useFields(lectern.document, ['path'])
  useEffect(() => {
    document.title = path ? `${path.split('/').at(-1)} · Lectern` : 'Lectern'
  }, [path])
  useEffect(() => {
    const flush = () => {
      lectern.settings.flush()
      if (document.visibilityState !== 'hidden') return
      lectern.desk.keepNow()
      lectern.beside.lectern()?.desk.keepNow()
    }
    document.addEventListener('visibilitychange', flush)
    window.addEventListener('pagehide', flush)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      window.removeEventListener('pagehide', flush)
    }
  }, [lectern])
}
