import { about } from './about.en.ts'
import { admin } from './admin.en.ts'
import { after } from './after.en.ts'
import { apply } from './apply.en.ts'
import { atOnce } from './at-once.en.ts'
import { consult } from './consult.en.ts'
import { credentials } from './credentials.en.ts'
import { desk } from './desk.en.ts'
import { dev } from './dev.en.ts'
import { dossier } from './dossier.en.ts'
import { emergency } from './emergency.en.ts'
import { entries } from './entries.en.ts'
import { errors } from './errors.en.ts'
import { fees } from './fees.en.ts'
import { gallery } from './gallery.en.ts'
import { ioc } from './ioc.en.ts'
import { kit } from './kit.en.ts'
import { mine } from './mine.en.ts'
import { myPapers } from './my-papers.en.ts'
import { portal } from './portal.en.ts'
import { readings } from './readings.en.ts'
import { reform } from './reform.en.ts'
import { services } from './services.en.ts'
import { shell } from './shell.en.ts'
import { units } from './units.en.ts'
import type { vi } from './vi.ts'

/** All words in English; the type says that nothing is missing. */
<<<<<<< HEAD
export const en: typeof vi = { kit, shell, errors, gallery, portal, about, apply, atOnce, mine, desk, credentials, admin, emergency, reform, readings, services, units, dossier, consult, entries, fees, after, ioc, dev }
=======
export const en: typeof vi = { kit, shell, errors, gallery, portal, about, apply, atOnce, mine, myPapers, desk, credentials, admin, emergency, reform, readings, services, units, dossier, entries, fees, after, ioc, dev }
>>>>>>> pages
