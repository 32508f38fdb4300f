import type { Module } from '#platform/module'

/** Every module of this program, each after the ones it calls. */
export const modules: readonly Module[] = []
