export { type Added, addReports } from './add.ts'
export { briefStored, keepPage } from './page.ts'
export { READ_BY, type Remade, remake } from './remake.ts'
