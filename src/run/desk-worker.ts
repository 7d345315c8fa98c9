import { parentPort, workerData } from 'node:worker_threads'
import { openTools } from '../pipeline.ts'
import { openSqlite } from '../store/index.ts'
import { openDesk } from './desk.ts'
import type { Ask, DeskSetup, Tell } from './desk-thread.ts'

/** The other end of `desk-thread.ts`: a desk in a thread of its own, so that reading never keeps a reader waiting. */
const port = parentPort
if (!port) throw new Error('this file is the body of a worker')
const setup: DeskSetup = workerData
const tell = (message: Tell) => port.postMessage(message)

const store = openSqlite(setup.store)
const desk = openDesk(store, setup.crises, openTools(), {
  now: () => new Date().toISOString(),
  onFault: report,
})
desk.onChange(state => tell({ kind: 'state', state }))

const seen = { revision: await store.revision() }
/** Other programs write to the same file: what they add is read soon. */
const poll = setInterval(async () => {
  const now = await store.revision()
  if (now === seen.revision) return
  seen.revision = now
  desk.refresh().catch(report)
}, setup.pollMs)

function report(error: unknown): void {
  tell({ kind: 'fault', message: error instanceof Error ? error.message : String(error) })
}

async function answer(ask: Ask): Promise<unknown> {
  switch (ask.call) {
    case 'page':
      return desk.page(ask.crisis, ask.query)
    case 'stories':
      return desk.stories(ask.crisis, ask.query)
    case 'add':
      return desk.add(ask.inputs)
    case 'bytes':
      return desk.addBytes(ask.bytes, ask.name)
    case 'refresh':
      return desk.refresh()
    case 'close':
      clearInterval(poll)
      await desk.close()
      return store.close()
  }
}

port.on('message', (ask: Ask) => {
  answer(ask).then(
    value => {
      tell({ kind: 'answer', id: ask.id, value })
      if (ask.call === 'close') port.close()
    },
    error => tell({ kind: 'failure', id: ask.id, error }),
  )
})
