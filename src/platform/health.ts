import { segmentOfName } from './backup/archive.ts'

/** What a check of the installation found: `look` is worth a look but stops nothing. `remedy` says what to do. */
export type Finding = { state: 'good' | 'look' | 'bad'; says: string; remedy?: string }

export const good = (says: string): Finding => ({ state: 'good', says })
export const look = (says: string, remedy: string): Finding => ({ state: 'look', says, remedy })
export const bad = (says: string, remedy: string): Finding => ({ state: 'bad', says, remedy })

/** Something the doctor asks the database, in one statement that reads only, and how its one row is judged beside what the settings want. */
export type HealthQuestion = { name: string; ask: string; judge(row: Record<string, unknown>, wanted?: { walArchive?: string | undefined }): Finding }

/** A count as the database gives it. */
export const number = (value: unknown): number => Number(value ?? 0)

/** What the machinery's own tables and the server are asked. */
export const machineHealth: readonly HealthQuestion[] = [
  {
    name: 'wal archive',
    ask: `select current_setting('archive_mode') as mode, last_failed_wal as wal, coalesce(last_failed_time > last_archived_time, last_failed_time is not null) as failing,
                 last_archived_wal as kept, case when not pg_is_in_recovery() then pg_walfile_name(pg_current_wal_lsn()) end as written from pg_stat_archiver`,
    judge: ({ mode, failing, wal, kept, written }, { walArchive } = {}) => {
      if (mode !== 'on') return walArchive === undefined ? good('off: only the moments of backups can be restored') : bad(`TINHSO_WAL_ARCHIVE is ${walArchive}, and the database that runs was started without it`, 'stop the program and start it again with the setting')
      if (failing === true) return bad(`${String(wal)} cannot be kept, and the disk of the database fills`, 'see whether TINHSO_WAL_ARCHIVE has room and the database’s user may write there')
      const behind = typeof kept === 'string' && typeof written === 'string' ? segmentOfName(written) - segmentOfName(kept) - 1 : 0
      const says = `${behind} segments of 16 MB are not kept yet`
      if (behind > 256) return bad(says, 'see whether the disk of TINHSO_WAL_ARCHIVE is slow: the disk of the database fills')
      return behind > 16 ? look(says, 'see whether it grows: the disk of TINHSO_WAL_ARCHIVE may be slow') : good('kept')
    },
  },
  {
    name: 'sending', ask: "select coalesce((select value = '\"paused\"' from platform.setting where name = 'sending'), false) as paused, (select count(*) from platform.message where state = 'dead') as dead, (select count(*) from platform.message where state = 'waiting' and next_at < now() - interval '15 minutes') as stuck",
    judge: ({ paused, dead, stuck }) => {
      if (paused === true) return look('notices are paused: this installation was restored', 'when it is the one that people use, npm run cli -- resume')
      if (number(dead) > 0) return look(`${number(dead)} notices could not be sent`, 'see why at /dev or /api/machine/messages, then send them again')
      return number(stuck) > 0 ? look(`${number(stuck)} notices wait for more than 15 minutes`, 'see whether the program runs, and its log') : good('nothing waits')
    },
  },
  {
    name: 'events', ask: 'select count(*) as parked from platform.parked_event where needs_person',
    judge: ({ parked }) => (number(parked) > 0 ? bad(`${number(parked)} events could not be handled and hold back what follows them`, 'see the error at /api/machine/parked, mend it, then replay') : good('none parked')),
  },
  {
    name: 'jobs', ask: "select count(*) as dead from pgboss.job where name = 'dead' and state = 'created'",
    judge: ({ dead }) => (number(dead) > 0 ? look(`${number(dead)} jobs failed for good in a week`, 'see them at /api/machine/jobs, mend the cause, then retry') : good('none failed for good')),
  },
  {
    name: 'transactions', ask: "select count(*) filter (where xact_start < now() - interval '5 minutes') as long, max(age(backend_xmin)) as held, count(*) as used, current_setting('max_connections')::int as most from pg_stat_activity where backend_type = 'client backend'",
    judge: ({ long, used, most }) => {
      if (number(used) > number(most) * 0.9) return bad(`${number(used)} of ${number(most)} connections are in use`, 'lower TINHSO_POOL_SIZE or the number of processes')
      return number(long) > 0 ? look(`${number(long)} transactions are open for more than five minutes`, 'end the session that forgot them: pg_terminate_backend') : good(`${number(used)} of ${number(most)} connections`)
    },
  },
  {
    name: 'vacuum', ask: "select (select max(age(datfrozenxid)) from pg_database) as age, (select string_agg(format('%I.%I', schemaname, relname), ', ') from (select * from pg_stat_user_tables where n_dead_tup > 100000 and n_dead_tup > n_live_tup order by n_dead_tup desc limit 5) t) as bloated",
    judge: ({ age, bloated }) => {
      if (number(age) > 1_000_000_000) return bad(`transaction numbers are ${Math.round(number(age) / 1e6)} million apart, and run out at 2,100`, 'run VACUUM FREEZE in a quiet hour')
      return typeof bloated === 'string' ? look(`more dead rows than living in ${bloated}`, 'see what keeps vacuum away: a long transaction, or autovacuum switched off') : good('keeps up')
    },
  },
]

