// A rendering thread whose layouts are broken: it says so and does not start.

throw new Error('layouts/almaty-city/layout.json:3: no such column set.');
