import { data } from 'react-router'

/** An address of the desk that nobody has, told inside its frame. */
export function loader(): never {
  throw data({ code: 'not_found', status: 404 }, { status: 404, statusText: 'not_found' })
}

export const action = loader

export default function Nowhere() {
  return null
}
