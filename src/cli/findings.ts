/** What a check found: well, not as it should be, or so that it does not work; with what to do about it. */
export type Report = {
  readonly state: 'ok' | 'warning' | 'fault'
  readonly message: string
  readonly cure?: string
}

export type Finding = Report & { readonly what: string }

export function well(message: string): Report {
  return { state: 'ok', message }
}

export function warning(message: string, cure: string): Report {
  return { state: 'warning', message, cure }
}

export function fault(message: string, cure: string): Report {
  return { state: 'fault', message, cure }
}
