/** The door of dossiers. Nobody calls it yet: what happens here is told by events and counted by measures. */
export { published, stageOf, type State } from './states.ts'
