import { route } from '@react-router/dev/routes'

/** Money at the counter: what is owed, one charge with its receipts, the clerk's day. */
export const feeRoutes = [
  route('thu-phi', 'desk/fees/due.tsx'),
  route('thu-phi/ca', 'desk/fees/till.tsx'),
  route('thu-phi/:subject', 'desk/fees/charge.tsx'),
]
