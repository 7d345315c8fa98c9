import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { byText } from '../src/core/order.ts'

/** A file of the project with its syntax tree; `path` is relative to the root and written with `/`. */
export type Source = { readonly path: string; readonly text: string; readonly tree: ts.SourceFile }

/** Paths below `folder` whose names match, relative to the root, sorted; none where the folder does not exist. */
export function filesBelow(root: string, folder: string, name: RegExp): readonly string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(file => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter(file => name.test(file) && !file.includes('/node_modules/'))
    .sort(byText)
}

/** Parses one text as TypeScript. */
export function sourceOf(path: string, text: string): Source {
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true) }
}

/** All TypeScript below the given folders. */
export function readSources(root: string, folders: readonly string[]): readonly Source[] {
  return folders
    .flatMap(folder => filesBelow(root, folder, /\.ts$/u))
    .map(path => sourceOf(path, readFileSync(join(root, path), 'utf8')))
}

/** Calls `visit` on every node, parents before children. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, child => walk(child, visit))
}

/** 1-based line of a node's first token. */
export function lineOf(source: Source, node: ts.Node): number {
  return source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree)).line + 1
}
