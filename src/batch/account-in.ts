// The account number of a bill that may be wrong in everything else. It checks nothing more.

/** The account of a bill that is wrong, if it has one: an operator looks it up by that. */
export function accountIn(text: string): { readonly account?: string } {
  try {
    const account: unknown = JSON.parse(withoutMark(text))?.account?.number;
    return typeof account === 'string' && /^[\w./-]{1,32}$/.test(account) ? { account } : {};
  } catch {
    return {};
  }
}

/** As it was spooled a first line may have the mark of its bytes' order (RFC 8259, 8.1). */
export function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
