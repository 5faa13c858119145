// A layout's own JSON laid over what it extends: objects merge, everything else replaces.

/** Neither input is changed. */
export function mergeJson(base: unknown, own: unknown): unknown {
  if (!isObject(base) || !isObject(own)) return own;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(own)) {
    merged[key] = key in base ? mergeJson(base[key], value) : value;
  }
  return merged;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
