// The table of what a bill is warned about. A warning never stops a bill; faults are in fault.ts.

/** Stable codes for callers to count and to switch on, with what each one means. */
export const billWarningTable = {
  CHARGE_REPEATED: 'Two charges have the same supplier, service and period',
  CODE_ACCOUNT_DIFFERS: 'A payment code names another account than the bill',
  DATES_OUT_OF_ORDER: 'Two dates stand in an impossible order',
  HISTORY_DIFFERS: 'The last month of a history is not what the meter counted',
  HISTORY_ENDS_ELSEWHERE: 'A consumption history does not end with the billing period',
  HISTORY_OUT_OF_ORDER: 'The months of a history do not rise, or one is repeated',
  HOUSE_CHARGE_DIFFERS: 'Share × tariff of a house meter is not the charge',
  HOUSE_SHARE_DIFFERS: 'The share of a house meter does not follow from its key',
  HOUSE_SHARE_UNFOUNDED: 'A share is charged although the house difference is not positive',
  LATIN_IN_CYRILLIC_WORD: 'A Cyrillic word holds Latin letters of the same look',
  LETTERS_LOST: 'A question mark stands where a Kazakh letter was lost',
  METER_CONSUMPTION_DIFFERS: 'The quantity charged is not what the meters counted',
  METER_SHOWS_TOO_LITTLE: 'A reading has more digits than the meter shows',
  METER_VERIFICATION_OVERDUE: 'A meter should have been verified before this period',
  METER_WENT_BACK: 'A current reading is below the previous one',
  OF_WHICH_EXCEEDS_CHARGE: 'The «of which» lines add up to more than the charge',
  PAY_BY_PASSED: 'The pay-by date is before the print date',
  PERIOD_IN_FUTURE: 'A period is later than the bill allows',
  PERSON_NUMBER_SHOWN: 'A personal number (IIN) would be printed',
  QUANTITY_TARIFF_DIFFERS: 'Quantity × tariff is not the charge',
  QUANTITY_WITHOUT_UNIT: 'A quantity has no unit',
  RECALCULATION_WITHOUT_REASON: 'A recalculation gives no reason',
  SUBLINES_DIFFER: 'The tiers or periods of a charge do not add up to it',
} as const;

export type BillWarningCode = keyof typeof billWarningTable;
