import { route } from '#platform/http'
import { listAllBoards, readOneBoard } from './commands/read-board.ts'
import { listBoards, readBoard } from './contract.ts'

const viewers = ['leader', 'centre', 'administrator'] as const

/** The operations centre is for those who watch over the province. */
export const routes = [
  route(listBoards, { who: viewers }, listAllBoards),
  route(readBoard, { who: viewers }, readOneBoard),
]
