// Questions to Handlebars' syntax tree, which is typed as one open interface.

export function nameOf(path: hbs.AST.Node): string {
  // One cast: the node says by its type that it is a path.
  return path.type === 'PathExpression' ? (path as hbs.AST.PathExpression).original : '';
}

/** Handlebars' own block helpers, as far as the dialect has them. */
const branches = ['if', 'unless', 'with', 'each'] as const;

export type Branch = (typeof branches)[number];

export function isBranch(name: string): name is Branch {
  return branches.some((branch) => branch === name);
}
