export { deskApp } from './app.ts'
export type { DeskContext, Person, Role } from './context.ts'
export { filesApp, type ServedPage } from './files.ts'
export { type ListenOptions, listen, type Served } from './listen.ts'
