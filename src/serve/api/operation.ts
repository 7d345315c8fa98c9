import type { Context } from 'hono'
import type { AuditLog } from '../../store/index.ts'
import type { DeskContext, Env, Role } from '../context.ts'
import type { MarkMaker } from '../marks.ts'
import { type AnswerName, QUERIES } from './shapes.ts'

export type QueryName = keyof typeof QUERIES
type QueryOf<Q extends QueryName> = ReturnType<(typeof QUERIES)[Q]['parse']>

/** What operations work with. */
export type ApiDesk = DeskContext & { readonly marks: MarkMaker; readonly audit: AuditLog }

export type Call<Q extends QueryName> = {
  readonly query: QueryOf<Q>
  /** A part of the path. */
  readonly param: (name: string) => string
  readonly context: Context<Env>
}

/** What is not JSON: its own type, as a file. */
export type RawAnswer = { readonly body: string; readonly type: string; readonly file: string }

export type Operation = {
  readonly method: 'get' | 'post' | 'delete'
  /** With parameters as OpenAPI writes them. */
  readonly path: string
  readonly id: string
  readonly summary: string
  readonly needs: Role
  readonly query: QueryName
  /** Media types of the body, the first of them the one shown; JSON has the shape of a mark. */
  readonly body?: readonly string[]
  readonly status?: 200 | 201
  /** The shape of the answer; undefined for files in formats of their own. */
  readonly answers: AnswerName | undefined
  /** Whether the same is answered until something comes in, to whoever asks. */
  readonly steady: boolean
  readonly run: (desk: ApiDesk, call: Call<QueryName>) => Promise<unknown>
}

type Given<Q extends QueryName> = Omit<Operation, 'query' | 'run' | 'steady' | 'needs' | 'method'> &
  Partial<Pick<Operation, 'steady' | 'needs' | 'method'>> & {
    readonly query: Q
    readonly run: (desk: ApiDesk, call: Call<Q>) => Promise<unknown>
  }

/** An operation, a steady one for readers unless it says otherwise. `run` is given its query as the shape reads it. */
export function operation<Q extends QueryName>(given: Given<Q>): Operation {
  const { query } = given
  return {
    method: 'get',
    needs: 'reader',
    steady: true,
    ...given,
    run: (desk, call) => given.run(desk, { ...call, query: QUERIES[query].parse(call.query) as QueryOf<Q> }),
  }
}
