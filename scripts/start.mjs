// `npm start`: from a fresh clone to a running province. Installs what is missing, builds the web beside the starting server,
// passes signals on and ends with the server's own exit code.
import { join } from 'node:path'
import { main, root, run, say } from './process.mjs'
import { environment, prepare } from './runtime.mjs'
import { buildWeb, isBuilt, webStamp } from './web-build.mjs'

await main(async () => {
  const node = await prepare()
  const stamp = webStamp()
  let server
  let build
  let ended = false
  const env = environment(node, { NODE_ENV: 'production', TINHSO_WEB_STAMP: stamp })
  const running = run(node, ['--disable-warning=ExperimentalWarning', join(root, 'src', 'apps', 'server.ts'), ...process.argv.slice(2)], {
    env, ipc: true, onSpawn: (child) => (server = child),
  })
  if (!isBuilt(stamp)) {
    void buildWeb(node, stamp, (child) => (build = child)).then((built) => {
      if (built || ended) return
      say('dựng giao diện không thành công, dừng lại', 'the web could not be built: its reasons are above; stopping')
      process.exitCode = 1
      server.kill('SIGTERM')
    })
  }
  const { code } = await running
  ended = true
  build?.kill('SIGTERM')
  process.exit(code || process.exitCode || 0)
})
