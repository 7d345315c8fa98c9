import { Hono } from 'hono'
import type { DeskContext, Env } from '../context.ts'

/** Tables and lists: events, statements, disagreements, what is expected, reports, sources, notices, search. */
export function dataRoutes(_: DeskContext): Hono<Env> {
  return new Hono<Env>()
}
