import { Hono } from 'hono'
import { idOf } from '../core/id.ts'
import { type MarkTarget, readTarget } from '../core/mark.ts'
import type { Mark } from '../core/types.ts'
import type { Store } from '../store/index.ts'
import type { DeskContext, Env } from './context.ts'
import { refused } from './refusal.ts'
import { localPath } from './roads.ts'
import { viewPath } from './views/routes.ts'

export const MARK_ACTIONS = ['confirm', 'hide', 'correct', 'note', 'undo'] as const
export const MOST_TEXT = 2000

/** What an editor asks for; of an `undo` the target is the id of a mark. */
export type MarkWish = { readonly action: Mark['action']; readonly target: string; readonly text?: string | undefined }

export type MarkMaker = {
  /** Keeps a mark; the one that is in force already where it says the same. Throws a `Refused` for what cannot be meant. */
  make(wish: MarkWish, by: string): Promise<Mark>
  /** Undefined where no such mark is in force: it was undone before, or never made. */
  undo(id: string, by: string): Promise<Mark | undefined>
}

/** Makes marks one after another, so that two clicks at once make one. */
export function markMaker({ store, now }: Pick<DeskContext, 'store' | 'now'>): MarkMaker {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work)
    last = next.catch(() => {})
    return next
  }
  const write = async (wish: MarkWish, by: string): Promise<Mark> => {
    const { action, target, text } = wish
    const at = now().toISOString()
    const id = idOf('mark', at, by, action, target, text)
    const mark: Mark = { id, at, by, action, target, ...(text === undefined ? {} : { text }) }
    await store.write([{ kind: 'mark', mark }])
    return mark
  }
  return {
    make: async (given, by) => {
      const wish = cleaned(given)
      const target = readTarget(wish.target)
      if (wish.action === 'undo' || !target) throw refused(422, 'Not a passage', 'The mark is about nothing known.')
      await checkTarget(target, store)
      return inTurn(async () => {
        const standing = await store.marksInForce(wish.target)
        const same = standing.find(mark => mark.by === by && mark.action === wish.action && mark.text === wish.text)
        return same ?? write(wish, by)
      })
    },
    undo: (id, by) =>
      inTurn(async () => {
        const marks = await store.marksInForce()
        return marks.some(mark => mark.id === id) ? write({ action: 'undo', target: id }, by) : undefined
      }),
  }
}

/** Line breaks made plain, other controls taken out; without text where none is left. */
function cleaned({ action, target, text = '' }: MarkWish): MarkWish {
  const plain = text
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
  if (plain.length > MOST_TEXT) throw refused(422, 'Too long', `A mark holds at most ${MOST_TEXT} characters.`)
  if (plain === '' && (action === 'correct' || action === 'note'))
    throw refused(422, 'No words', 'Say what is to be corrected or noted.')
  return { action, target, ...(plain === '' ? {} : { text: plain }) }
}

/** A mark on nothing would never be seen: its article is there, and so is the passage. */
async function checkTarget(target: MarkTarget, store: Store): Promise<void> {
  for await (const article of store.articles({ id: target.article })) {
    const length = target.kind === 'article' ? undefined : article[target.in].length
    if (length === undefined || (target.kind === 'passage' && target.span.end <= length)) return
    throw refused(422, 'Not a passage', 'The report ends before it.')
  }
  throw refused(404, 'Not found', 'There is no such report.')
}

/** `POST /marks`: the forms beside the sentences of a page. */
export function markRoutes(marks: MarkMaker): Hono<Env> {
  const routes = new Hono<Env>()
  routes.post('/marks', async context => {
    const form = context.get('form') ?? new URLSearchParams()
    const field = (name: string) => form.get(name) ?? undefined
    const [action, target = ''] = [MARK_ACTIONS.find(one => one === field('action')), field('target')]
    if (!action) throw refused(422, 'Not an action', `There are ${MARK_ACTIONS.join(', ')}.`)
    context.set('act', `${action} ${target.slice(0, 200)}`)
    const { name } = context.get('person')
    // What was undone before stays so: a second click does no harm.
    if (action === 'undo') await marks.undo(target, name)
    else await marks.make({ action, target, text: field('text') }, name)
    const crisis = field('crisis')
    return context.redirect(localPath(field('back')) ?? (crisis ? viewPath(crisis, 'page') : '/'), 303)
  })
  return routes
}
