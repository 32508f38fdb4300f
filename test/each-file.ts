import { afterAll } from 'vitest'
import { doAtEnd } from './at-end.ts'

afterAll(doAtEnd, 60_000)
