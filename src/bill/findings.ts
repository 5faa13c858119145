// Where the checks of one bill put what they find. It decides nothing and keeps the order.

import type { Details, Fault, FaultCode, Warning } from '../fault.ts';
import type { BillWarningCode } from './warning.ts';

/** The only thing a check writes to; two lists that end up in the Outcome. */
export class Findings {
  readonly faults: Fault[] = [];
  readonly warnings: Warning[] = [];

  refuse(code: FaultCode, pointer: string, message: string, details?: Details): void {
    this.faults.push({ code, message, pointer, ...(details && { details }) });
  }

  /** The bill says two things that cannot both be true. */
  contradict(pointer: string, message: string, details?: Details): void {
    this.refuse('BILL_CONTRADICTORY', pointer, message, details);
  }

  warn(code: BillWarningCode, pointer: string, message: string, details?: Details): void {
    this.warnings.push({ code, message, pointer, ...(details && { details }) });
  }
}
