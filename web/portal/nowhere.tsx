import { data } from 'react-router'

/** An address that nobody has. It is a page of its own so that the error is shown inside the frame, in the person's language. */
export function loader(): never {
  throw data({ code: 'not_found', status: 404 }, { status: 404, statusText: 'not_found' })
}

export const action = loader

export default function Nowhere() {
  return null
}
