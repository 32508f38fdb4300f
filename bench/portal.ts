// portal.script_kb: the script a portal page loads, gzip level 9, against the limit of 15 kB (DESIGN section 6). No peer.
import { gzipSync } from 'node:zlib'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#platform/config'
import { atMost, report } from './lib/figures.ts'

const assets = join(projectRoot, 'build', 'client', 'assets')
const scripts = readdirSync(assets).filter((name) => /^enhance-.*\.js$/.test(name))
if (scripts.length !== 1) throw new Error(`one enhancement script was expected in build/client/assets, there are ${scripts.length}`)
const bytes = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name)), { level: 9 }).length, 0)
report([atMost('portal.script_kb', bytes / 1000, 'kB', 15)])
