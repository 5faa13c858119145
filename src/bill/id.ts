// Keys by which parts of one bill name each other.

import { z } from 'zod';
import { maxLength } from './limit.ts';

/** A key within one bill, never printed. */
export const idField = z
  .string()
  .max(maxLength.id)
  .regex(/^[A-Za-z0-9][\w.-]*$/, {
    error: 'This id must be Latin letters, digits, points, dashes and underlines.',
  });
