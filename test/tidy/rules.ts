// The list of the rules. Each has a name, which is also the name of its self-test.

import * as coverage from './coverage.ts';
import * as form from './form.ts';
import * as imports from './imports.ts';
import type { Rule } from './project.ts';
import * as purity from './purity.ts';
import * as size from './size.ts';
import * as words from './words.ts';

export const rules = {
  'folders import what the table allows': imports.checkImportTable,
  'packages stay in their folder': imports.checkPackageHomes,
  'dependencies are used and pinned': imports.checkDependencies,
  'imports make no cycle': imports.checkCycles,
  'every file is reached from an entry': imports.checkReach,
  'files are short': size.checkFileSize,
  'functions are short': size.checkFunctionSize,
  'functions take few parameters': size.checkParameters,
  'lines are short': size.checkLineWidth,
  'pure folders touch nothing': purity.checkPurity,
  'config alone reads the environment': purity.checkEnvironment,
  'files are named by what they hold': form.checkFileNames,
  'files begin with what they are': form.checkFirstLine,
  'exports have names and one home': form.checkExports,
  'casts say why': form.checkCasts,
  'nothing is left over': form.checkLeftovers,
  'names follow the glossary': words.checkSynonyms,
  'code names no layout': words.checkLayoutNames,
  'printed words are in layouts': words.checkPrintedWords,
  'every fault code has a test': coverage.checkFaultCodes,
  'every sample is described': coverage.checkSamples,
  'labels speak every language': coverage.checkLabels,
  'settings are documented': coverage.checkSettings,
  'every dependency has a reason': coverage.checkReasons,
  'links lead somewhere': coverage.checkLinks,
  'commands in texts exist': coverage.checkCommands,
  'openapi.json is fresh': coverage.checkOpenapi,
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof rules;
