import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'
import { wall } from './vite.wall.ts'

export default defineConfig({
  plugins: [wall, reactRouter()],
  ssr: { noExternal: ['zod'] },
  // named here, because one that is found late would be loaded twice in development: two Reacts
  optimizeDeps: { include: ['react', 'react-dom', 'react-dom/client', 'react/jsx-runtime', 'react/jsx-dev-runtime', 'react-router', 'react-router/dom', 'zod'] },
  worker: { format: 'es' },
  // nothing inlined: a data: address would need a hole in the content security policy
  build: { assetsInlineLimit: 0, target: 'es2022', modulePreload: { polyfill: false } },
})
