import { existsSync, readFileSync, statSync } from 'node:fs'
import { counted } from '../core/counted.ts'
import { Mistake } from '../core/mistake.ts'
import { fetchDocument } from '../ingest/fetch.ts'
import { LIMITS } from '../ingest/index.ts'
import { type Config, readConfig } from '../run/config.ts'
import { readTokens } from '../serve/access.ts'
import { openSqlite, StoreError } from '../store/index.ts'
import { fault, type Report, warning, well } from './findings.ts'

/** Opens it and counts what is in it; reading all of it is for `dragoman store check`. */
export async function checkStore(file: string): Promise<Report> {
  if (!existsSync(file)) return warning(`there is no ${file} yet`, 'Nothing to do: it is made when it is needed.')
  try {
    const store = openSqlite(file)
    try {
      const { report, mark } = await store.counts()
      return well(`${counted(report, 'report')}, ${counted(mark, 'mark')}; "dragoman store check" reads all of it`)
    } finally {
      await store.close()
    }
  } catch (error) {
    if (error instanceof StoreError) return fault(error.message, error.cure)
    throw error
  }
}

export function checkConfig(file: string, read: { config?: Config }): Report {
  return guarded(() => {
    const config = readConfig(file)
    read.config = config
    const { crises, sources } = config
    if (crises.length === 0)
      return fault(`${file} names no crisis`, 'Add a [[crisis]] with a name, a topic and inputs.')
    const gone = crises
      .flatMap(({ inputs }) => inputs)
      .filter(input => !/^https?:/iu.test(input) && !/[*?[\]{}]/u.test(input) && !existsSync(input))
    if (gone.length > 0)
      return fault(`${file}: there is no ${gone.join(', ')}`, 'Mend the paths; they begin at the file.')
    return well(`${crises.length === 1 ? '1 crisis' : `${crises.length} crises`}, ${counted(sources.length, 'source')}`)
  })
}

const PATIENCE_MS = 10_000

/** Whether the sources answer; asked only when the reader wants the network to be used. */
export async function checkSources(config: Config | undefined, online: boolean): Promise<Report> {
  const sources = config?.sources ?? []
  if (sources.length === 0) return well('none are watched')
  const folders = sources.filter(({ address }) => !/^https?:/iu.test(address) && !existsSync(address))
  if (folders.length > 0)
    return fault(`there is no ${folders.map(({ address }) => address).join(', ')}`, 'Mend the paths in the file.')
  if (!online) return well(`${counted(sources.length, 'source')}, not asked; --online asks each`)
  const silent: string[] = []
  for (const { address } of sources.filter(({ address }) => /^https?:/iu.test(address))) {
    const answer = await fetchDocument(address, { ...LIMITS, fetchMs: PATIENCE_MS }, {})
    if ('notice' in answer) silent.push(`${address} (${answer.notice.message})`)
    else for await (const _ of answer.bytes) break
  }
  return silent.length === 0
    ? well(`${counted(sources.length, 'source')}, all answer`)
    : fault(`no answer: ${silent.join('; ')}`, 'Mend the addresses, or try again later.')
}

/** The file of tokens: readable, and for nobody but its owner. */
export function checkTokens(file: string): Report {
  if (!existsSync(file))
    return fault(`there is no ${file}`, `Make it with: dragoman token NAME --role admin --tokens ${file}`)
  return guarded(() => {
    const entries = readTokens(readFileSync(file, 'utf8'), file)
    const mode = statSync(file).mode & 0o777
    if ((mode & 0o077) !== 0 && process.platform !== 'win32')
      return fault(`${file} can be read by others (mode ${mode.toString(8)})`, `Run: chmod 600 ${file}`)
    if (!entries.some(({ role }) => role === 'admin'))
      return warning(
        `${counted(entries.length, 'token')}, none of an admin`,
        'Nobody can add reports over the network, or see the audit log.',
      )
    return well(counted(entries.length, 'token'))
  })
}

function guarded(check: () => Report): Report {
  try {
    return check()
  } catch (error) {
    if (error instanceof Mistake) return fault(error.message, error.cure)
    throw error
  }
}
