/**
 * What the parser looks at, as templates of atoms. An atom is a field of a node, or a number. Fields: `w` word, `p` tag, `u` part
 * of speech, `o` guessed role, `c` fine and `m` middle class, `d` label of its arc. Change them and train anew.
 */

/**
 * Nodes: `s` top of the stack, `t` below it, `u` below that; `b` first of the rest, `c`, `d` behind it; `sl`, `sr` outermost children
 * of s to the left and right, `sl2`, `sr2` those before them, and so on; `s0`, `s1` the words beside s in the text, `t1`, `b0` likewise.
 * Numbers: `near` distance of s and b, `apart` of t and s; `svl` children of s to the left, `ssl` the set of their labels, and so on.
 * After Zhang & Nivre (2011), with word classes (Koo et al. 2008) and guessed roles (Ouchi et al. 2014).
 */
export const MOVE_TEMPLATES = `
  s.w s.p; s.w; s.p; t.w t.p; t.w; t.p; b.w b.p; b.w; b.p; c.w c.p; c.p; c.w; c.p d.p; s.c; b.c; t.c;
  s.w s.p b.w b.p; s.w s.p b.w; s.w b.w b.p; s.w s.p b.p; s.p b.w b.p; s.w b.w; s.p b.p; b.p c.p;
  s.w s.p t.w t.p; s.w t.p; s.p t.w; s.w t.w; t.p s.p; t.p b.p; t.w b.p; t.p b.w; s.m b.m; s.m t.m; s.c b.p;
  s.p b.c; s.c t.p; s.p t.c; s.w b.m; s.m b.w; t.w b.w; b.p c.p d.p; s.p b.p c.p; t.p s.p b.p; t.p s.p u.p;
  s.p sl.p b.p; s.p sr.p b.p; s.p b.p bl.p; t.p s.p tr.p; t.p s.p sl.p; t.p s.p sr.p; t.p s.p b.p c.p;
  s.w b.p c.p; s.p b.w c.p; t.w s.p b.p; t.p s.w b.p; t.p s.p b.w; t.m s.p b.m; t.m s.w b.p; t.w s.m b.p;
  s.w near; s.p near; b.w near; b.p near; s.p b.p near; t.p s.p apart; s.w s.p svr; s.w s.p svl; s.p svl svr;
  t.w t.p tvr; b.w b.p bvl; b.p bvl; t.p tvr s.p b.p; sl.w sl.d; sl.p sl.d; sr.w sr.d; sr.p sr.d; tr.w tr.d;
  tr.p tr.d; bl.w bl.d; bl.p bl.d; tl.p tl.d; s.p sl.p sl2.p; s.p sr.p sr2.p; t.p tr.p tr2.p; b.p bl.p bl2.p;
  s.w ssr; s.p ssr; s.w ssl; s.p ssl; b.w bsl; b.p bsl; t.w tsr; t.p tsr; s.p b.p ssl bsl; t.p s.p tsr b.p;
  t.p s.p b.p ssl; s.p b.p s1.p; s.p b.p s0.p; s.p b.p b0.p; s1.p b0.p s.p b.p; t.p s.p t1.p; s0.p t.p s.p b.p;
  t.p s.p b.p near; t.p s.p b.p s.m apart; s.p b.p c.p d.p; t.p s.p u.p b.p; t.p tr.d s.p b.p;
  s.p sr.d sl.d b.p; s.p b.p bl.d c.p; s.o; t.o; b.o; s.o b.o; t.o s.o; t.o s.o b.o; s.o b.o c.o; s.o s.p b.p;
  b.o s.p b.p; s.o t.p s.p; t.o t.p s.p; s.w b.o; s.o b.w; t.w s.o; s.o svr; b.o bvl; s.o ssr; b.o bsl;
  t.o tsr s.o; b.o c.o; u.o t.o s.o; s.o b.o t.p s.p b.p; s.o b.o ssr bsl; s.o s.p near; s.o t.p b.p
`

/**
 * Nodes: `h` head, `c` child; `hl`, `cl`, … their outermost children; `before`, `after` the words beside the child, `h0`, `h1` beside the
 * head; `below` what lies under them on the stack; `beyond` the word behind the arc. Numbers: `far` the distance; `hls`, `hrs`, `cls`, `crs` the
 * sets of labels of children to each side. Each template also knows the way of the arc.
 */
export const LABEL_TEMPLATES = `
  h.w h.p; h.p; c.w c.p; c.p; h.w c.p; h.p c.w; h.w c.w; h.p c.p; h.p c.p far; h.m c.p; h.p c.m; h.m c.m;
  c.p c.c; h.p h.c; h.p c.p cl.w; h.p c.p cl.p; h.p c.p cr.p; h.p c.p cls; h.p c.p crs; c.p cls; c.p cls crs;
  c.w cls; h.p c.p hls; h.p c.p hrs; h.w c.p hls; h.w c.p hrs; h.p c.p hl.d; h.p c.p hr.d; h.p c.p before.p;
  h.p c.p after.p; c.p before.w; c.p after.w; h.w c.p cl.w; h.m c.m cl.w; h.p c.p h1.p; h.p c.p h0.p;
  c.m c.p cl.w; h.u c.u far; h.u c.u cls crs; h.u c.u hls hrs; h.w c.u; h.u c.w; h.w c.u cl.w; h.w c.u cls;
  h.u c.u cl.w cr.d; h.c c.u; c.c h.u; h.c c.u cl.w; h.c c.c; h.u c.u cr.w; h.u c.u cl2.p cl.p;
  h.u c.u cr2.p cr.p; h.u c.u hr.p hr.d; h.u c.u hr.w hr.d; h.u c.u hl.w hl.d; h.u c.u before.w;
  h.u c.u after.w; c.w before.w; c.w after.w; c.m cl.w; h.u c.u below.u; h.u c.u below.w; h.p c.p beyond.p;
  h.w c.u hrs; h.w c.u hls; c.o; c.o h.p c.p; c.o h.w; c.o c.w; h.o h.p c.p; h.o c.o; c.o cls crs; c.o hls hrs
`
