// JSON pointers (RFC 6901) into the bill.

/** `['charges', 3, 'a/b']` → `/charges/3/a~1b`. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${escaped(String(part))}`).join('');
}

function escaped(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}
