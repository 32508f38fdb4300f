import type { Plugin } from 'vite'

const reason = 'a page calls the server through its context, by contract'

/**
 * The web knows contracts, pure kernel files and itself. Anything else of the server would be a second copy of it inside the bundle
 * (two pools, two clocks), so such an import breaks the build, by name or by path.
 */
export const wall: Plugin = {
  name: 'web-wall',
  enforce: 'pre',
  resolveId(id, importer) {
    if (/^#(modules|platform|events)\//.test(id)) this.error(`${importer ?? 'the web'} may not import ${id}: ${reason}`)
  },
  load(id) {
    // a contract and its own parts (contract.ts, contract-*.ts) are the only files of a module that the web may see
    if (/\/src\/(modules\/[^/]+\/(?!contract\b)|platform\/|apps\/)/.test(id.replaceAll('\\', '/'))) this.error(`the web may not load ${id}: ${reason}`)
  },
}
