import type { MethodTable } from './wire.ts'

/** The theme in another repository that the open site names as `remote_theme`. */
export interface ThemesApi {
  /** Asks the theme's GitHub for it and keeps it for good. Only on the writer's action; `theme-progress` tells how far it is. */
  fetchTheme(): Promise<void>
  cancelThemeFetch(): Promise<void>
  /** Takes away what was fetched. */
  forgetTheme(): Promise<void>
}

export const themesMethods: MethodTable<ThemesApi> = {
  fetchTheme: () => [],
  cancelThemeFetch: () => [],
  forgetTheme: () => [],
}
