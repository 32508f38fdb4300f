import { about } from './about.vi.ts'
import { admin } from './admin.vi.ts'
import { apply } from './apply.vi.ts'
import { credentials } from './credentials.vi.ts'
import { desk } from './desk.vi.ts'
import { dev } from './dev.vi.ts'
import { dossier } from './dossier.vi.ts'
import { errors } from './errors.vi.ts'
import { gallery } from './gallery.vi.ts'
import { ioc } from './ioc.vi.ts'
import { kit } from './kit.vi.ts'
import { mine } from './mine.vi.ts'
import { portal } from './portal.vi.ts'
import { readings } from './readings.vi.ts'
import { reform } from './reform.vi.ts'
import { shell } from './shell.vi.ts'

/** All words in Vietnamese, by area. A part of the web adds `<area>.vi.ts` with its English beside it, and one line here. */
export const vi = { kit, shell, errors, gallery, portal, about, apply, mine, desk, credentials, admin, reform, readings, dossier, ioc, dev }
