import { about } from './about.vi.ts'
import { admin } from './admin.vi.ts'
import { after } from './after.vi.ts'
import { apply } from './apply.vi.ts'
import { atOnce } from './at-once.vi.ts'
import { consult } from './consult.vi.ts'
import { credentials } from './credentials.vi.ts'
import { desk } from './desk.vi.ts'
import { dev } from './dev.vi.ts'
import { dossier } from './dossier.vi.ts'
import { emergency } from './emergency.vi.ts'
import { entries } from './entries.vi.ts'
import { errors } from './errors.vi.ts'
import { fees } from './fees.vi.ts'
import { gallery } from './gallery.vi.ts'
import { ioc } from './ioc.vi.ts'
import { kit } from './kit.vi.ts'
import { mine } from './mine.vi.ts'
import { myPapers } from './my-papers.vi.ts'
import { portal } from './portal.vi.ts'
import { readings } from './readings.vi.ts'
import { reform } from './reform.vi.ts'
import { services } from './services.vi.ts'
import { shell } from './shell.vi.ts'
import { units } from './units.vi.ts'

/** All words in Vietnamese, by area. A part of the web adds `<area>.vi.ts` with its English beside it, and one line here. */
<<<<<<< HEAD
export const vi = { kit, shell, errors, gallery, portal, about, apply, atOnce, mine, desk, credentials, admin, emergency, reform, readings, services, units, dossier, consult, entries, fees, after, ioc, dev }
=======
export const vi = { kit, shell, errors, gallery, portal, about, apply, atOnce, mine, myPapers, desk, credentials, admin, emergency, reform, readings, services, units, dossier, entries, fees, after, ioc, dev }
>>>>>>> pages
