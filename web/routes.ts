import type { RouteConfig } from '@react-router/dev/routes'
import desk from './desk/routes.ts'
import dev from './dev/routes.ts'
import ioc from './ioc/routes.ts'
import portal from './portal/routes.ts'

/** Every page. Each part of the web lists its own; the portal's list ends with the page for addresses that nobody has. */
export default [...desk, ...ioc, ...dev, ...portal] satisfies RouteConfig
