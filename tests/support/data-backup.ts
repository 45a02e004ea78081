import pg from 'pg'

const DATA = 'brobygger'

/** Statements as the superuser, while nobody is connected to the data; whoever was connects again afterwards. */
async function alone(
  adminUrl: string,
  databases: readonly string[],
  statements: readonly string[],
): Promise<void> {
  const url = new URL(adminUrl)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    await client.query(`alter database ${DATA} allow_connections false`)
    for (let left = 50; left > 0; left--) {
      const { rowCount } = await client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = any ($1)',
        [databases],
      )
      if (rowCount === 0) break
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    for (const statement of statements) await client.query(statement)
    await client.query(`alter database ${DATA} allow_connections true`)
  } finally {
    await client.end()
  }
}

/** Copies the database of the data as it stands, under another name. */
export const backUpData = (adminUrl: string): Promise<void> =>
  alone(adminUrl, [DATA], [`create database yesterday template ${DATA}`])

/** Puts the copy in the place of the data, as after a disaster; what was there is gone. */
export const restoreData = (adminUrl: string): Promise<void> =>
  alone(
    adminUrl,
    [DATA, 'yesterday'],
    [
      `alter database ${DATA} rename to lost`,
      `alter database yesterday rename to ${DATA}`,
      'drop database lost',
    ],
  )
