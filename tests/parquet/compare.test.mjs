// Every table of workforce.sqlite against its Parquet file: the same rows in the same order, the same types, the same missing values.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'

const work = process.env.WORK

// Doubles with all their digits, as text: SQLite's own JSON would round them.
function stored(table) {
  const ask = sql => JSON.parse(execFileSync('sqlite3', ['-json', `${work}/dataset/workforce.sqlite`, sql], { maxBuffer: 1 << 30 }).toString().trim() || '[]')
  const columns = ask(`SELECT name, type FROM pragma_table_info('${table}')`)
  const exact = ({ name, type }) => type === 'REAL' ? `printf('%!.17g', "${name}") AS "${name}", "${name}" IS NULL AS "null ${name}"` : `"${name}"`
  const rows = ask(`SELECT ${columns.map(exact).join(', ')} FROM "${table}" ORDER BY rowid`)
  for (const row of rows) {
    for (const { name } of columns.filter(c => c.type === 'REAL')) {
      row[name] = row[`null ${name}`] ? null : Number(row[name])
      delete row[`null ${name}`]
    }
  }
  return { columns, rows }
}

const tables = execFileSync('sqlite3', [`${work}/dataset/workforce.sqlite`, "SELECT name FROM pragma_table_list WHERE strict"]).toString().trim().split('\n')

test('each table has its file', () => {
  assert.deepEqual(readdirSync(`${work}/parquet`).sort(), tables.map(t => `${t}.parquet`).sort())
})

for (const table of tables) {
  test(`${table} comes back equal`, async () => {
    const { columns, rows } = stored(table)
    const file = await asyncBufferFromFile(`${work}/parquet/${table}.parquet`)
    const metadata = await parquetMetadataAsync(file)
    const types = { TEXT: 'BYTE_ARRAY', INTEGER: 'INT64', REAL: 'DOUBLE' }
    assert.deepEqual(metadata.schema.slice(1).map(c => [c.name, c.type]), columns.map(c => [c.name, types[c.type]]))
    const said = Object.fromEntries(metadata.key_value_metadata.map(({ key, value }) => [key, value]))
    assert.ok(said.description)
    assert.deepEqual(Object.keys(JSON.parse(said.columns)), columns.map(c => c.name))
    const found = await parquetReadObjects({ file })
    for (const row of found) for (const key in row) if (typeof row[key] === 'bigint') row[key] = Number(row[key])
    assert.equal(found.length, rows.length)
    found.forEach((row, i) => assert.deepEqual({ ...row }, rows[i], `${table}, row ${i}`))
  })
}
