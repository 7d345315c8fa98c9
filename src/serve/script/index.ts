import { DRAWER } from './drawer.ts'
import { LIVE } from './live.ts'
import { SLIDER } from './slider.ts'

/** The script of the desk. Plain DOM; what reports say is set as text, or comes as markup that the server has escaped. */
export const DESK_SCRIPT = `'use strict';
(() => {${DRAWER}${SLIDER}${LIVE}
  if (slider) slide();
})();
`
