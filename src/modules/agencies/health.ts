import { good, look, number, type HealthQuestion } from '#platform/health'

/** What the doctor asks of reforms. */
export const health: readonly HealthQuestion[] = [
  {
    name: 'reforms', ask: "select count(*) filter (where finished_at is null and day <= (now() at time zone 'Asia/Ho_Chi_Minh')::date - 1) as stuck from agencies.reform",
    judge: ({ stuck }) => (number(stuck) > 0 ? look(`records of ${number(stuck)} reforms have not followed for a day`, 'npm run cli -- reform follow') : good('every record has followed')),
  },
]
