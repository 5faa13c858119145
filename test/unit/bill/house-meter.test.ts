// Shares of common-house meters that come close to a warning, and those that earn one.

import { aBill, aHouseMeter } from '../../support/a-bill.ts';
import { testWarnings, type WarningCase } from '../../support/warnings.ts';

const cases: readonly WarningCase[] = [
  [
    'a share by another key without its parts',
    aBill({
      houseMeters: [aHouseMeter({ allocation: 'by-residents', share: '1.227', charged: '112.83' })],
    }),
  ],
  [
    'a share by residents',
    aBill({
      houseMeters: [
        aHouseMeter({
          allocation: 'by-residents',
          keyOwn: '4',
          keyTotal: '12',
          share: '1.227',
          charged: '112.83',
        }),
      ],
    }),
  ],
  [
    'no difference and nothing shared',
    aBill({
      houseMeters: [
        aHouseMeter({
          individualTotal: '39.000',
          difference: '-1.000',
          share: '0.000',
          charged: '0.00',
        }),
      ],
    }),
  ],
  [
    'the largest remainder, one unit off',
    aBill({
      houseMeters: [aHouseMeter({ ownVolume: '8.520', share: '0.913', charged: '83.96' })],
    }),
  ],
  [
    'a share by residents that does not follow',
    aBill({
      houseMeters: [
        aHouseMeter({
          allocation: 'by-residents',
          keyOwn: '4',
          keyTotal: '12',
          share: '1.229',
          charged: '113.02',
        }),
      ],
    }),
    'HOUSE_SHARE_DIFFERS /houseMeters/0/share',
  ],
  [
    'a share larger than the difference',
    aBill({
      houseMeters: [aHouseMeter({ allocation: 'equal', share: '99.000', charged: '9104.04' })],
    }),
    'HOUSE_SHARE_DIFFERS /houseMeters/0/share',
  ],
  [
    'a share by volume where nobody used anything',
    aBill({
      houseMeters: [
        aHouseMeter({
          volume: '38.000',
          individualTotal: '0',
          ownVolume: '0',
          difference: '38.000',
          share: '99.000',
          charged: '9104.04',
        }),
      ],
    }),
    'HOUSE_SHARE_DIFFERS /houseMeters/0/share',
  ],
];

testWarnings(cases);
