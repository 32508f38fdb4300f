import type { Module } from '#platform/module'
import agencies from '../modules/agencies/module.ts'
import areas from '../modules/areas/module.ts'
import dossiers from '../modules/dossiers/module.ts'
import files from '../modules/files/module.ts'
import identity from '../modules/identity/module.ts'
import indicators from '../modules/indicators/module.ts'
import ioc from '../modules/ioc/module.ts'
import payments from '../modules/payments/module.ts'
import procedures from '../modules/procedures/module.ts'

/** Every module of this program, each after the ones it calls. */
export const modules: readonly Module[] = [areas, files, agencies, identity, procedures, payments, dossiers, indicators, ioc]
