/** What stands around every view: the bar of the desk, the menu of a crisis, banners, what is live; the home page. */
export const FRAME_STYLE = `
.desk > main { max-width: none; padding: 0; }
.desk nav ul { border: 0; margin: 0; padding: 0; }
.desk-bar, .crisis-bar { padding-inline: max(24px, calc((100% - 77rem) / 2)); }
.desk-bar { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 28px; padding-block: 10px; border-bottom: 1px solid var(--rule); font: .875rem/1.25rem var(--sans); }
.brand { font: 600 1.0625rem/1.75rem var(--serif); letter-spacing: .01em; color: var(--ink); text-decoration: none; }
.desk-bar nav ul { gap: 4px 22px; }
.desk-bar a[aria-current], .views a[aria-current] { color: var(--ink); }
.desk-bar a[aria-current] { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 6px; }
.find { display: flex; margin-left: auto; }
.find input { font: .875rem/1.25rem var(--sans); color: var(--ink); background: var(--raise); border: 1px solid var(--rule); border-radius: 4px; padding: 4px 10px; width: 14rem; max-width: 100%; min-height: 32px; }
.find input:focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
.find input::placeholder { color: var(--soft); opacity: 1; }
.who { display: flex; align-items: baseline; gap: 16px; color: var(--soft); }
.who a { color: var(--soft); }
.who button { font: inherit; color: var(--link); background: none; border: 0; padding: 0; cursor: pointer; text-decoration: underline; text-underline-offset: 3px; }
.crisis-bar { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 28px; padding-top: 8px; border-bottom: 1px solid var(--rule); }
.crisis-bar .name { font: italic 1.0625rem/2rem var(--serif); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; max-width: 100%; }
.views { min-width: 0; }
.views ul { flex-wrap: nowrap; gap: 0 20px; overflow-x: auto; scrollbar-width: none; font-size: .875rem; line-height: 1.25rem; }
.views a { display: block; padding: 7px 0 8px; white-space: nowrap; border-bottom: 2px solid transparent; }
.views a:hover { text-decoration: none; border-color: var(--dash); }
.views a[aria-current] { border-color: var(--ink); }
.views a:focus-visible { outline-offset: -2px; }

.banner { font: .9375rem/1.5rem var(--sans); background: var(--on); border-radius: 4px; padding: 10px 16px; margin: 20px auto 0; width: min(100% - 48px, 77rem); }
.banner p + p { margin-top: 0; }
.banner.quiet { background: none; padding: 0; margin-top: 12px; font-size: .875rem; line-height: 1.25rem; color: var(--soft); }
.live { width: min(100% - 48px, 77rem); margin: 0 auto; font: .875rem/1.25rem var(--sans); color: var(--soft); }
.live p { padding: 8px 0 0; }
.live button { font: inherit; color: var(--link); background: none; border: 0; padding: 0; cursor: pointer; text-decoration: underline; text-underline-offset: 3px; }
.view progress { width: min(100%, 24rem); height: 8px; accent-color: var(--blue); display: block; margin: 16px 0; }
.part { transition: opacity .12s; }
.part[aria-busy="true"] { opacity: .55; }
@media (prefers-reduced-motion: reduce) { .part { transition: none; } }

.desk .top { padding-top: 44px; }
.desk .top nav ul { border-block: 1px solid var(--rule); padding: 12px 0; margin-top: 24px; }
.desk .changes-top h1 { font-size: 2.25rem; line-height: 2.75rem; }
.desk .top .filters { margin: 20px 0 0; }
@media screen { .desk .top .kicker { display: none; } }
.large-map .map { max-width: 58rem; }
.large-map .places { max-width: 58rem; margin-top: 0; font-size: .875rem; }
.downloads { display: flex; flex-wrap: wrap; gap: 2px 16px; }

.front { max-width: calc(77rem + 48px); margin: 0 auto; padding: 0 24px 96px; }
.front > h1 { font: 400 1.0625rem/1.5rem var(--sans); letter-spacing: 0; color: var(--soft); padding: 32px 0 16px; border-bottom: 1px solid var(--head); }
.front article { padding: 28px 0 36px; border-bottom: 1px solid var(--rule); }
.front article h2 { font-size: 1.75rem; line-height: 2.125rem; border: 0; padding: 0; margin: 0 0 12px; max-width: 44rem; text-wrap: balance; }
.front article:first-of-type h2 { font-size: clamp(1.875rem, 1.35rem + 2.2vw, 2.75rem); line-height: 1.16; letter-spacing: -.012em; }
.front h2 a { color: inherit; text-decoration: none; }
.front h2 a:hover { text-decoration: underline; text-decoration-thickness: 1px; }
.front .kicker { margin-bottom: 8px; }
.front .story { max-width: 42rem; }
.front .story p + p { margin-top: 8px; }
.front .asof { margin-top: 12px; }
.front .latest { font: .875rem/1.375rem var(--sans); }
.front .latest h3 { font-weight: 600; margin-bottom: 4px; }
.front .latest li { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; }
.front .latest li + li { margin-top: 8px; }
.front .latest .more { margin-top: 8px; }
.spark { margin: 0 0 20px; }
.spark figcaption { margin-top: 4px; }
@media (min-width: 64rem) {
  .front article { display: grid; grid-template-columns: minmax(0, 1fr) 22rem; column-gap: 64px; }
}
@media (max-width: 47.99rem) {
  .desk-bar { padding-block: 8px; gap: 2px 20px; }
  .desk-bar, .crisis-bar { padding-inline: 20px; }
  .find { width: 100%; order: 3; margin: 4px 0; }
  .find input { width: 100%; }
  .desk-bar nav ul { gap: 4px 16px; }
  .views { width: 100%; margin: 0 -20px; padding: 0 20px; width: calc(100% + 40px); overflow: hidden; }
  .banner, .live { width: calc(100% - 40px); }
  .front { padding-inline: 20px; }
  .front aside { margin-top: 20px; }
}
@media print {
  .desk-bar, .crisis-bar, .slider, .live, .downloads, .no-print, .banner .newest { display: none !important; }
  .banner { background: none; border: 1px solid #999; width: 100%; margin: 0 0 12pt; }
  .front, .desk .top { padding: 0; max-width: none; }
}
`
