import { about } from './about.en.ts'
import { admin } from './admin.en.ts'
import { apply } from './apply.en.ts'
import { credentials } from './credentials.en.ts'
import { desk } from './desk.en.ts'
import { dev } from './dev.en.ts'
import { dossier } from './dossier.en.ts'
import { errors } from './errors.en.ts'
import { gallery } from './gallery.en.ts'
import { ioc } from './ioc.en.ts'
import { kit } from './kit.en.ts'
import { mine } from './mine.en.ts'
import { portal } from './portal.en.ts'
import { reform } from './reform.en.ts'
import { shell } from './shell.en.ts'
import type { vi } from './vi.ts'

/** All words in English; the type says that nothing is missing. */
export const en: typeof vi = { kit, shell, errors, gallery, portal, about, apply, mine, desk, credentials, admin, reform, dossier, ioc, dev }
